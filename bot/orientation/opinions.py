"""Yes, no, liking, doubt and silence, in the words people use for them."""

from __future__ import annotations

from bot.orientation.sayings import clauses, heard, phrases
from bot.orientation.wording import BREAK

FILLER = (
    "ah|oh|eh|euh|heu|hum|hein|ben|bah|beh|bon|bonjour|salut|merci|alors|donc|du coup|en fait|"
    "wesh|wsh|wallah|frere|hello|coucou|franchement|honnetement|sincerement|enfin|moi|mais|la|ca|et|apres|voila|quoi|genre|disons|lol|"
    "mdr|(?:j|je) (?:crois|pense|dirais|suppose)(?: que)?|plutot|a mon avis|pour moi|desolee?"
)
YES = (
    "(?:bien sur|evidemment|sur)(?: que)? oui|oui|ouais|mouais|ouaip|bien sur|carrement|"
    "tout a fait|exact|exactement|evidemment|absolument|effectivement|volontiers|avec plaisir|"
    "bien entendu|d accord|c est d accord|on y va|on commence|allons y|allez(?: y)?|vas y|go|"
    "c est (?:parti|bon|ca|vrai|exact|juste|moi|oui)|parti|grave|affirmatif|parfait|"
    "ca (?:marche|roule|me va|joue)|je veux bien|j accepte|avec joie|entendu|certainement|"
    "nickel|impec|impeccable|banco|deal|of course|sure|super|genial|au top|trop bien|"
    "avec (?:grand|un grand) plaisir|t inquiete|on est (?:parti|d accord|bons?)|envoie[zr]?|"
    "je suis (?:chaude?|pour|chaud patate)|let s go|lets go|start|feu|"
    "pourquoi pas|completement|clairement|vrai|on peut(?: y aller| commencer)?|"
    "je suis (?:d accord|pret|prete|partant|partante|ok)|et comment|top|je confirme"
)
NO = (
    "(?:bien sur|evidemment|sur|surement)(?: que)? (?:non|pas)|c est non|non|negatif|jamais|"
    "(?:absolument|carrement|vraiment|certainement|surtout|surement|clairement|toujours) pas|"
    "pas (?:du tout|vraiment|trop|question|tellement|specialement|particulierement|encore|"
    "pour (?:moi|l instant|le moment)|d accord|necessairement|interessee?|beaucoup)|"
    "hors de question|(?:c est )?mort|laisse[rz]? tomber|pas envie|(?:la )?flemme|"
    "(?:meme )?pas en reve|ca va pas non|"
    "je (?:refuse|veux pas|suis pas d accord|suis pas (?:interessee?|partante?))|plus maintenant|"
    "que dalle|sans facon|rien du tout"
)
ONLY_YES = (
    "(?:si|comme) (?:tu veux|vous voulez)|tranquille|chaude?|aucun pb|(?:je suis )?pas contre|"
    "si(?: si)*|mais si|pas de (?:souci|soucis|probleme|problemes)|"
    "aucun (?:souci|probleme)|sans (?:souci|probleme)|j en ai(?: un| une| plusieurs| deja)?|"
    "je l ai(?: deja| bien| toujours)?|y en a(?: un| une| plusieurs| deux| beaucoup)?"
)
ONLY_NO = (
    "(?:aucun|aucune|rien)(?: (?:de|d|parmi) (?:tout ca|tout cela|ca|tout|ceux la|celles la|ces "
    "(?:metiers|jobs|emplois|choix)|entre (?:eux|elles)|ces [a-z]+|autre|plus|special))?"
    "(?: du tout)?(?: merci)?|(?:ni l un ni l autre|aucun des deux)|"
    "(?:j en|je l) ai (?:pas|plus|jamais eu|aucune?)(?: encore| du tout| moi)?|"
    "y en a (?:pas|plus|aucune?)(?: du tout| chez moi| ici| par ici)?|j ai pas|y a pas|y a rien|"
    "(?:c est|ce sera|ca sera) tout|moi non plus|rien a (?:ajouter|signaler|dire)|c est faux|faux"
)
_LEADING = phrases(f"(?:{FILLER})")
_SAYS_YES = phrases(YES)
_SAYS_NO = phrases(NO)
_ONLY_YES = phrases(ONLY_YES)
_ONLY_NO = phrases(ONLY_NO)
_OTHER_NON = phrases("non (?:loin|stop|voyante?s?|fumeurs?|fumeuses?|plus|qualifiee?|compris)")
_OTHER_OUI = phrases("oui oui baguette|d accord avec")
_CLEAR_YES = phrases("oui|ouais")
_CLEAR_NO = phrases("non", "bof")
_RETRACTED = phrases(
    "(?:retire|suspendu|suspendue|annule|perime|expire|invalide|en cours|pas encore|peut etre)",
    "plus (?:valable|maintenant|de points)",
    "je (?:l ai plus|le passe)",
    "je sais pas",
)

_DOUBT = phrases(
    "je (?:sais|sait|ses|se|c est) (?:vraiment |franchement )?(?:pas|plus)(?: (?:trop|bien|encore|"
    "vraiment|du tout|exactement|moi|non plus))*(?: quoi (?:dire|repondre|choisir|mettre|penser))?",
    "ch?e(?:s|z)? pas|(?:j )?en sais (?:trop |vraiment |absolument )?rien",
    "sais (?:pas|rien)",
    "(?:aucune|pas d|pas la moindre|pas une|sans) idee",
    "(?:faut|faudrait|faudra|a) voir",
    "j hesite(?: encore| un peu| beaucoup)?",
    "pas (?:tres |trop |vraiment |bien |encore )*(?:sure?|certaine?|decidee?)",
    "peut etre(?: bien)?",
    "(?:va|allez) savoir|qui sait|mystere|sans avis|pas d avis|aucun avis|sans opinion|dur a dire",
    "j (?:y )?ai jamais (?:essaye|teste|fait|pense|reflechi)(?: ca)?(?: avant)?",
    "je (?:me )?(?:rappelle|souviens) (?:plus|pas)",
    "pas (?:reflechi|pense)|je suis perdue?|difficile a dire|comment savoir|bonne question",
)
_SKILL = phrases(
    "sais (?:pas|plus)(?: (?:trop|bien|encore|vraiment|du tout|tres))*"
    "(?: (?:me|m|le|la|les|y|en|se))? "
    "(?!dire|repondre|choisir|encore|peut|etre|hier)[a-z]+(?:er|ir|re)"
)
_SUBORDINATE = phrases(
    "(?:si|ce que|ce qui|quoi|combien|comment|quels?|quelles?|ou|quand|qui|pourquoi|lequel|"
    "laquelle|lesquels)(?: [a-z0-9.]+)*"
)
_EMPTY_WORDS = frozenset(
    "je j moi ca la c est de d du le les pour sur en y l m me a ai suis et ou on vous dire "
    "repondre "
    "desole "
    "desolee pardon trop quoi encore vraiment question reponse cette avec tout".split()
)

_SMALL = "(?:de|d|a|le|l|la|vous|y|te|ca|en)"
_TELL = "(?:repondre|dire|preciser|me prononcer|parler de|(?<=en )parler)"
_WONT_SAY = phrases(
    "(?:prefere|prefererais|aime mieux|aimerais mieux|veux|voudrais|souhaite|peux|vais|tiens)"
    f"(?: {_SMALL})* (?:pas|plus|rien)(?: {_SMALL})* {_TELL}",
    f"(?:pas|plus|aucune) envie(?: {_SMALL})* {_TELL}|prefere m abstenir",
    "prefere (?:garder (?:ca|cela|le) pour moi|pas|passer|m abstenir|eviter(?: cette question)?)$",
    "(?:prefere|veux|souhaite) (?:passer|sauter|zapper)",
    "(?:vous|te|ca) (?:vous |te )?regarde (?:pas|en rien)|ca me regarde|mele toi|melez vous",
    "(?:c est|trop|question) (?:tres |trop )?(?:personnel|personnelle|prive|privee|perso|intime)",
    "vie privee|sans commentaires?|sans reponse|joker|question suivante|la suivante|abstention",
    "pas (?:vos|tes) (?:oignons|affaires)|c est (?:mon affaire|mes affaires)|c est secret",
    "je (?:reponds|repondrai) (?:pas|rien)|je dirai rien",
    "(?:je |on )?(?:passe|saute|zappe) (?:mon tour|cette question|la question|celle la|celle ci)",
)
_SKIPS = phrases(
    "(?:je |on |j )?(?:passe|passer|passons|saute|sauter|skip|next|suivante?|pass|zappe)"
    "(?: (?:a la suite|svp|s il vous plait|merci|alors))*"
)
_PREFERS_TO_SAY = phrases("prefere (?:vous |le |te )?(?:dire|repondre|parler|preciser)")


def read_dont_know(text: str) -> bool:
    """Whether the message says a doubt and nothing else: an answer beside it is worth reading.

    "Je ne sais pas conduire" is a fact; "ça dépend" is lukewarm (see `read_agreement`).
    """
    line = heard(text)
    if _SKILL.search(line) or not _DOUBT.search(line):
        return False
    rest = _SUBORDINATE.sub(" ", _LEADING.sub(" ", _DOUBT.sub(" ", line)))
    return all(word in _EMPTY_WORDS or word == BREAK for word in rest.split())


def read_prefer_not(text: str) -> bool:
    """Whether the person would rather not answer; "je préfère le matin" is an answer."""
    line = heard(text).strip(" ,")
    if _PREFERS_TO_SAY.search(line):
        return False
    rest = _LEADING.sub(" ", line).strip(" ,")
    return bool(_WONT_SAY.search(line) or _SKIPS.fullmatch(rest))


def read_yes_no(text: str) -> bool | None:
    """The message's yes or no when it opens on one, or is one; None for anything else.

    A yes and a no together, or a yes taken back ("oui mais il est suspendu"), are None.
    """
    line = heard(text).strip(" ,")
    if not line or read_dont_know(text):
        return None
    opening = _without_filler(line)
    whole = opening.replace(" , ", " ")
    if _ONLY_YES.fullmatch(whole) or _ONLY_YES.fullmatch(line):
        return True
    if _ONLY_NO.fullmatch(whole) or _ONLY_NO.fullmatch(line):
        return False
    return _opening_yes_no(opening)


def _without_filler(line: str) -> str:
    """The line from its first word that says something: "ça marche", but not "ça" alone."""
    while not _SAYS_YES.match(line) and (found := _LEADING.match(line)):
        line = line[found.end() :].lstrip(" ,")
    return line


def _opening_yes_no(opening: str) -> bool | None:
    opening = opening.removeprefix("bof ").lstrip(" ,")
    if _OTHER_NON.match(opening) or _OTHER_OUI.match(opening):
        return None
    if found := _SAYS_NO.match(opening):
        return None if _CLEAR_YES.search(opening, found.end()) else False
    if found := _SAYS_YES.match(opening):
        if _CLEAR_NO.search(opening, found.end()) or _RETRACTED.search(opening):
            return None
        return None if opening[found.end() :].strip(" ,") == "pas" else True
    return None


_LIKES = (
    "(?:j aime|j aimais|j aimerais|aime|plait|plairait|plaisait|tente|tenterait|attire|attirerait|"
    "interesse|interesserait|parle|parlerait|dit|dirait|branche|convient|conviendrait|correspond|"
    "ressemble|motive|passionne|amuse|enchante|emballe|inspire|rejouit|fait (?:trop |tres )?"
    "(?:envie|plaisir|rever|kiffer)|kiffe|apprecie|suis (?:fait|faite|doue|douee|forte?|a l aise))"
)
_ADVERBS = "(?: (?:trop|vraiment|tellement|beaucoup|specialement|plus|du tout|bien|moi|ca|cela))*"
_SPARES = phrases(
    "(?:deteste|derange|ennuie|gene|embete|rebute|peur|horreur|fait rien) pas(?: du tout| trop|"
    " plus "
    "que ca)?",
    "(?:m est|est|m) egal|peu importe|importe|indifferente?|neutre|ni oui ni non|entre les deux",
    "pas (?:contre|faux|mal|nul|desagreable|mauvais|complique)",
)
_DISLIKES = phrases(
    f"{_LIKES}{_ADVERBS} (?:pas|rien|guere|jamais)",
    "(?:pas|jamais|plus|peu|aucune?|rien)(?: (?:trop|vraiment|tres|tellement|du tout|l|d|de|le|la|"
    "mon|ma|ete))* (?:aime|plait|plu|envie|attirance|interet|attiree?|interessee?|fan|truc|"
    "kiff|delire|tasse de the|genre|passion|passionnant|interessant|pour moi|moi|douee?|"
    "faite? pour)",
    "pas plus que ca|(?:c est|est) (?:vraiment |clairement |carrement )?pas",
    "pas (?:trop|du tout|vraiment|tellement|specialement|particulierement|beaucoup|forcement|"
    "question|tres|grand chose|folichon|top|terrible|genial)",
    "(?:surtout|absolument|carrement|certainement|clairement|sur que) pas",
    "(?:ca|cela) (?:me )?(?:va|irait) pas",
    "non|bof|beurk|berk|jamais|aucun|aucune|rien|nul|nulle|chiant|chiante|relou|penible|barbant|"
    "chelou|flemme|m emmerde|ca craint|pourrie?|ca pue|j en peux plus|horripile|"
    "negatif|deteste|detestais|detesterais|horreur|horrible|deprime|angoisse|stresse|stresserait|"
    "(?:m )?ennuie|ennui|ennuierait|ennuyeux|ennuyant|saoule|soule|gave|fuis|phobie|"
    "supporte pas|fait peur|faux|je prefere pas|hors de question|tres peu|un peu trop|au secours",
    "trop (?:dur|dure|long|longue|complique|compliquee|fatigant|fatiguant|stressant|sale|salissant|"
    "bruyant|physique|difficile|repetitif|peur)",
)
_TEPID = phrases(
    "(?:un|1) (?:petit )?peu(?! trop)|moyen|moyennement|pourquoi pas|(?:ca )?depend|plutot|"
    "parfois|des fois|"
    "quelquefois|de temps en temps|pas (?:tout le temps|tous les jours|toujours|trop souvent|"
    "longtemps)|assez|sans plus|mouais|mouai|ca va|ca passe|a voir|si besoin|s il (?:le )?faut|"
    "couci couca|a la limite|a petite dose|ca peut (?:le faire|aller)|eventuellement|"
    "relativement|mitigee?|50 50|moitie moitie|a moitie|correct|ca peut etre"
)
_STRONG = phrases(
    "beaucoup|(?:j )?adore|adorais|adorerais|carrement|grave|trop bien|trop cool|a fond|kiffe|"
    "passion|passionne|super|genial|geniale|tout a fait|exactement|completement|clairement|"
    "totalement|top|parfait|enormement|a 100|trop (?:envie|oui|j aime)|tellement|"
    "ouf|stylee?|le feu|m eclate|m eclaterait|mon delire|kiff|chan me|"
    "(?:c est )?(?:tout|trop|totalement) moi|(?:c est )?(?:mon|trop mon) truc|evidemment|bien sur"
)
_LIKED = phrases(
    _LIKES,
    "oui|ouais|ouaip|volontiers|d accord|avec plaisir|vrai|c est (?:vrai|moi|cool|bien|sympa|"
    "chouette|"
    "agreable|interessant|bon|ca|tout moi|important)|ca me (?:va|irait|detend|calme)|bien entendu|"
    "absolument|certainement|affirmatif|effectivement|exact|toujours|souvent|sympa|cool|"
    "je suis (?:comme ca|d accord|partante?)|j en reve|un plaisir|envie|je veux bien|si si",
)
_TEMPERED = phrases("mais", "sauf", "si c est", "selon")
_STARTS_YES = phrases("oui|ouais|si")
_STARTS_NO = phrases("non")


def read_agreement(text: str) -> float | None:
    """How far the person agrees with a statement: 1 yes, 0.5 lukewarm, -1 no; None not said.

    "Bof", "pas trop" are a no, "ça dépend", "moyen", "ça ne me dérange pas" lukewarm, and so is a
    yes with a "mais". A yes and a no that answer each other are None.
    """
    line = heard(text).strip(" ,")
    if not line or read_dont_know(text):
        return None
    said = [value for value in map(_agreement_of, clauses(line)) if value is not None]
    if not said:
        return None
    if said == [1.0] and _TEMPERED.search(line) and not _STRONG.search(line):
        return 0.5
    return _together(line, said)


def _agreement_of(clause: str) -> float | None:
    clause = _without_filler(clause) if clause.startswith(("mais ", "ah ", "oh ")) else clause
    rest = _SPARES.sub(" ", clause)
    is_no = bool(_DISLIKES.search(rest)) and not _tepid_negation(rest)
    if is_no and _STARTS_YES.match(clause):
        return None
    if is_no:
        contradicts = _STARTS_NO.match(clause) and _STRONG.search(_DISLIKES.sub(" ", rest))
        return None if contradicts or _CLEAR_YES.search(rest) else -1.0
    if rest != clause or _TEPID.search(rest):
        return 0.5
    return 1.0 if _STRONG.search(rest) or _LIKED.search(rest) else None


def _tepid_negation(clause: str) -> bool:
    """ "Pas tous les jours" is lukewarm unless something else in the clause says no."""
    return bool(_TEPID.search(clause)) and not _DISLIKES.search(_TEPID.sub(" ", clause))


def _together(line: str, said: list[float]) -> float | None:
    """What several clauses say: the first yes or no is the answer, a "mais" tempers it."""
    first, others = said[0], said[1:]
    if all(value == first for value in others):
        return first
    if " mais " in f" {line} ":
        return 1.0 if first < 0 and max(others) == 1.0 else 0.5
    if _STARTS_YES.match(line) or _STARTS_NO.match(line):
        return first if first < 0 or -1.0 in others else min(said)
    return None if {-1.0, 1.0} <= set(said) else 0.5
