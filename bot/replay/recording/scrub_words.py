"""Words by which personal data are told from the rest. Folded: lower case, without accents."""

from __future__ import annotations

INSTEAD_NAMES = (
    "Camille", "Dominique", "Claude", "Maxime", "Sacha", "Andrea", "Charlie", "Noa",
)  # fmt: skip
"""First names that tell neither man nor woman, in the place of those that people wrote."""

FIRST_NAMES = frozenset(
    """
    abdel ahmed aicha alain alexandra alexandre alexis ali alice aline amandine amelie amina anais
    andre angelique anne annie anthony antoine arnaud arthur audrey aurelie aurelien awa axel
    benjamin benoit bernadette bernard bertrand brigitte bruno camille caroline catherine cecile
    celine chantal charles charlotte chloe christelle christian christiane christine christophe
    claire claude claudine clement colette coralie corinne cyril damien daniel danielle david
    delphine denis denise didier dominique dylan elisabeth elise elodie emilie emma emmanuel eric
    estelle etienne eva evelyne fabien fabrice fanny fatima fatou fernand florence florian franck
    francois francoise frederic gabriel gaelle genevieve georges gerald gerard gilbert gilles
    ginette gregory guillaume guy hassan helene henri herve hugo ibrahim ines isabelle jacqueline
    jacques jean jeanne jeremy jerome jessica joel jonathan josette josiane julia julie julien
    karim karima karine kevin khadija laetitia laura laure laurence laurent lea leo leila liliane
    loic louis louise lucas lucie ludovic lydie magali malika manon marc marcel margaux marguerite
    marie marina marine marion martine maryse mathieu mathilde matthieu maurice maxime mehdi
    melanie melissa michel michele mickael mohamed mohammed monique morgane mourad moussa muriel
    myriam nabil nadia nadine nassim nathalie nicolas nicole noemie odette odile olivier oumar
    pascal pascale patrice patricia patrick paul paulette pauline philippe rachid raphael raymond
    regine remi rene robert roger romain sabine sabrina said salima samir samira samuel sandra
    sandrine sarah sebastien serge severine simone sofiane solange sonia sophie stephane stephanie
    suzanne sylvain sylvie tarek theo therese thibault thierry thomas tiphaine valentin valerie
    veronique victor vincent virginie viviane wassim xavier yann yasmina yassine yves yvette
    yvonne zohra
    """.split()
)
"""Frequent in France, so that a name written without any introduction is seen."""

CALLED = (
    r"je m ?'? ?appel+e?", r"moi,? c'est", r"mon nom,? c'est", r"mon nom est",
    r"mon prenom,? c'est", r"mon prenom est", r"nom ?:", r"prenom ?:", r"signe",
)  # fmt: skip
TITLES = (
    r"m\.", r"mr\.?", r"mme\.?", r"mlle\.?", "madame", "monsieur", "mademoiselle", "docteur",
    r"dr\.?", "maitre",
)  # fmt: skip
RELATIVES = (
    "mari", "femme", "fils", "fille", "frere", "soeur", "copain", "copine", "ami", "amie",
    "conjoint", "conjointe", "compagnon", "compagne", "mere", "pere", "collegue", "voisin",
    "voisine", "conseiller", "conseillere", "patron", "patronne", "chef",
)  # fmt: skip
NO_NAMES = frozenset(
    """
    ai aide aime alors assistante assistant aussi avec bien bonjour cherche comme dans depuis dire
    et euh habite il elle j je juste la le les ma mais me merci mes moi mon ne ni nous on ou par pas
    plus pour qui que quoi sans si suis sur tout tres un une vient viens vis voila vous c ca ce de
    des du en a au aux mal malade perdu perdue seul seule pareil non oui rien tres trop
    """.split()
)
MONTHS = (
    "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre|"
    "janv|f[ée]vr|avr|juil|sept|oct|nov|d[ée]c"
)
KNOWN_CAPITALS = frozenset(
    """
    rsa cdi cdd aah cap bep bac bts bafa caf cpam ccas pole emploi france travail mission locale
    cap declic visale ok hlm rer tgv ter sncf ehpad aesh atsem vae poe pmsmp csp pmr lundi mardi
    mercredi jeudi vendredi samedi dimanche leclerc carrefour auchan lidl intermarche amazon
    """.split()
)
