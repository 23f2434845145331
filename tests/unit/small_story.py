"""A story of three scenes as an editor writes it, for tests to break."""

from __future__ import annotations

STORY = """\
story: essai
title: Un essai
first: pont
scenes:
  - id: pont
    title: Le pont
    text: Le pont est coupé. Que faites-vous ?
    easy: Le pont est cassé.
    skip: place
    choices:
      - id: reparer
        title: Réparer le pont
        did: réparé le pont
        then: Il tient.
        next: place
        weights: {R: 1, hands: 0.5}
        why: {R: on répare, hands: avec ses mains}
        domains: F
        strength: oser
        said: [réparer, pont]
      - {id: crier, title: Appeler, did: appelé de l’aide, then: On vient., next: quai,
         weights: {S: 1}, why: {S: on s’entraide}, said: []}
      - {id: nager, title: Nager, did: nagé, then: L’eau est bonne., next: quai,
         weights: {outdoors: 1}, why: {outdoors: dans l’eau}, said: []}
  - id: quai
    title: Le quai
    text: Une barque attend. Que faites-vous ?
    easy: Il y a une barque.
    skip: place
    choices:
      - {id: ramer, title: Ramer, did: ramé, then: Cela avance., next: place,
         weights: {R: 1}, why: {R: on rame}, said: []}
  - id: place
    title: La place
    text: C’est la fête. Que faites-vous ?
    easy: Il y a une fête.
    skip: seul
    choices:
      - {id: danser, title: Danser, did: dansé, then: Bravo., next: tous,
         weights: {people: 1}, why: {people: la foule}, said: []}
      - {id: lire, title: Lire, did: lu, then: Le livre est bon., next: seul,
         weights: {team: -1}, why: {team: un moment à soi}, said: []}
endings:
  - {id: tous, title: Ensemble, text: Tout le monde est là., easy: Vous êtes ensemble.}
  - {id: seul, title: Au calme, text: La nuit est douce., easy: Vous êtes au calme.}
"""
