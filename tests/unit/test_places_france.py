"""Places of all of France: cities in arrondissements, homonyms, overseas, streets, everyday words.

A catalogue of our own with the traps; the whole of France is in DECLIC_REFERENCE.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.adapters import catalogue_files
from bot.orientation.administrative_areas import MAINLAND
from bot.orientation.catalogue import Catalogue
from bot.orientation.places import PlaceIndex
from bot.orientation.territory import Basin, Commune
from bot.orientation.titles import TitleIndex
from bot.services import interview
from bot.services.choices import commune_buttons
from bot.services.questions import Message, Outcome, Reply, Situation
from bot.services.understanding import Understanding
from bot.settings import ROOT

# name | INSEE code | department | postcodes | inhabitants (none when counted elsewhere)
PLACES = """
Paris|75056|75||
Paris 1er|75101|75|75001|16030
Paris 13e|75113|75|75013|177833
Paris 16e|75116|75|75016 75116|162820
Paris 18e|75118|75|75018|191135
Marseille|13055|13||
Marseille 1er|13201|13|13001|39265
Marseille 3e|13203|13|13003|52277
Marseille 13e|13213|13|13013|91959
Marseille 15e|13215|13|13015|79092
Lyon|69123|69||
Lyon 4e|69384|69|69004|35683
Lyon 8e|69388|69|69008|85980
Saint-Denis|97411|974|97400 97490|153001
Saint-Denis|93066|93|93200|113116
Saint-Denis|11339|11|11310|500
Sainte-Marie|97418|974|97438|34350
Sainte-Marie|97228|972|97230|14843
Sainte-Marie|35294|35|35600|2273
Ajaccio|2A004|2A|20000 20090|72647
Bastia|2B033|2B|20200|48296
Ville-di-Pietrabugno|2B353|2B|20200|3278
Brest|29019|29|29200|139456
Quimper|29232|29|29000|63473
Lille|59350|59|59000|236234
Villeneuve-d'Ascq|59009|59|59491|61258
Villeneuve-sur-Lot|47323|47|47300|21980
Vienne|38544|38|38200|30059
Valence|26362|26|26000|64431
Valence|82186|82|82400|5233
Mayenne|53147|53|53100|12805
Changé|53054|53|53810|6313
Changé|72058|72|72560|6569
La Réunion|47222|47|47700|497
La Marne|44090|44|44270|1606
Corrèze|19062|19|19800|1151
Tours|37261|37|37000|137850
Sens|89387|89|89100|26854
Plaisir|78490|78|78370|30897
Y|80829|80|80190|90
Bus|62189|62|62124|132
Rue|80688|80|80120|3115
La Montagne|44101|44|44620|6372
Mer|41136|41|41500|6211
Le Port|97407|974|97420|32619
Le Tampon|97422|974|97430|80778
Les Abymes|97101|971|97139|52948
Le Havre|76351|76|76600|165830
Strasbourg|67482|67|67000|290576
Clermont-Ferrand|63113|63|63000|147284
Clermont|60157|60|60600|10268
Clermont|40084|40|40180|745
Clermont-l'Hérault|34079|34|34800|9126
Boulogne-sur-Mer|62160|62|62200|40588
Cergy|95127|95|95000|67790
Pontoise|95500|95|95000|31973
Saint-Pierre|97416|974|97410|83930
Saint-Pierre|97502|975|97500|
Miquelon-Langlade|97501|975|97500|
Lamentin|97115|971|97129|17774
Le Lamentin|97213|972|97232|39628
Saint-Martin|97801|978|97150|
Pointe-à-Pitre|97120|971|97110|14498
Bordeaux|33063|33|33000|259809
Dijon|21231|21|21000|159106
Poitiers|86194|86|86000|90033
Reims|51454|51|51100|180318
Le Palais|56152|56|56360|2547
Sauzon|56241|56|56360|1004
Maison-des-Champs|10217|10|10140|30
Vendeuvre-sur-Barse|10401|10|10140|2400
Suisse|57662|57|57340|98
"""


def _communes() -> tuple[Commune, ...]:
    rows = (line.split("|") for line in PLACES.strip().splitlines())
    return tuple(
        Commune(
            code,
            name,
            tuple(postcodes.split()),
            department,
            0.0,
            0.0,
            int(people) if people else None,
            "0000",
        )
        for name, code, department, postcodes, people in rows
    )


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    bundled = catalogue_files.read(ROOT / "data" / "catalogue")
    return replace(bundled, communes=_communes())


@pytest.fixture(scope="module")
def index(catalogue: Catalogue) -> PlaceIndex:
    return PlaceIndex(catalogue)


FOUND = {
    "Paris and a number": ("Paris 13", "75113"),
    "Paris and an ordinal": ("Paris 13e", "75113"),
    "Paris in letters": ("paris dix-huitième", "75118"),
    "Paris first": ("Paris 1er", "75101"),
    "the number before the city": ("dans le 18e à Paris", "75118"),
    "the word arrondissement": ("le 18e arrondissement de Paris", "75118"),
    "a number that only one city has": ("le 16e", "75116"),
    "second postcode of the 16e": ("75116", "75116"),
    "postcode that people give for Paris": ("75000", "75056"),
    "Paris and a postcode": ("Paris 75013", "75113"),
    "a quarter of Paris": ("Montmartre", "75118"),
    "Marseille and ème": ("Marseille 15ème", "13215"),
    "Marseille and dans le": ("je suis à Marseille dans le 3e", "13203"),
    "Marseille with its department": ("Marseille 13", "13055"),
    "the 13e of Marseille": ("Marseille 13e", "13213"),
    "a quarter of Marseille": ("la Belle de Mai", "13203"),
    "postcode that people give for Marseille": ("13000", "13055"),
    "Lyon as before": ("lyon 8", "69388"),
    "a floor is no arrondissement": ("Bordeaux, au 3e étage", "33063"),
    "minutes are no arrondissement": ("Lyon 8 minutes à pied", "69123"),
    "en and the department": ("Saint-Denis en Seine-Saint-Denis", "93066"),
    "de and the island": ("Saint-Denis de La Réunion", "97411"),
    "number of three digits": ("Saint-Denis 974", "97411"),
    "number of two digits": ("st denis 93", "93066"),
    "island before the name": ("la Réunion Saint-Denis", "97411"),
    "postcode of five digits overseas": ("saint denis 97400", "97411"),
    "postcode in two parts overseas": ("97 490", "97411"),
    "en and the island": ("Sainte-Marie en Martinique", "97228"),
    "a region tells apart": ("Sainte-Marie en Bretagne", "35294"),
    "parentheses": ("Valence (Tarn-et-Garonne)", "82186"),
    "a department whose name begins the commune's": ("Clermont, Hérault", "34079"),
    "a homonym by its department": ("Clermont dans l'Oise", "60157"),
    "a commune and a department of the same name": ("Changé, Mayenne", "53054"),
    "Corsica by letter": ("Bastia 2B", "2B033"),
    "Corsica by postcode": ("20090", "2A004"),
    "Corsica by its old number": ("Ajaccio 20", "2A004"),
    "misspelt in Corsica": ("ajacio", "2A004"),
    "a collectivity": ("Saint-Pierre 975", "97502"),
    "collectivity by postcode and name": ("97150 Saint-Martin", "97801"),
    "an article that is contracted": ("j'habite au Havre", "76351"),
    "an everyday word that is contracted": ("je vis au Port", "97407"),
    "a contraction alone": ("au Tampon", "97422"),
    "plural contraction": ("aux Abymes", "97101"),
    "one article tells apart": ("Le Lamentin", "97213"),
    "town of a department's name": ("Vienne", "38544"),
    "town of its own department's name": ("Mayenne", "53147"),
    "a village located by à": ("à Corrèze", "19062"),
    "a village by its number": ("La Réunion 47", "47222"),
    "a village by its postcode": ("47700 La Réunion", "47222"),
    "the north of a city": ("au nord de Lille", "59350"),
    "street, postcode and town": ("12 rue de Siam 29200 Brest", "29019"),
    "street of another town, comma": ("rue de Lyon, Brest", "29019"),
    "street of another town, no comma": ("rue de Lyon Brest", "29019"),
    "street of another town, à": ("j'habite rue de Paris à Dijon", "21231"),
    "town before its street": ("Brest, 3 bis rue de Lyon", "29019"),
    "avenue of a person": ("12 avenue Jean Jaurès, Lille", "59350"),
    "street of a saint": ("4 rue Saint-Denis Bordeaux", "33063"),
    "street of a department": ("12 cours de la Marne, Bordeaux", "33063"),
    "a housing estate": ("résidence Paris, Quimper", "29232"),
    "the town of Rue": ("j'habite à Rue", "80688"),
    "cedex that is in no table": ("29238 Brest cedex 3", "29019"),
    "two words misspelt, one of them a town": ("clermon ferran", "63113"),
    "a river town misspelt": ("boulone sur mer", "62160"),
    "four letters": ("lile", "59350"),
    "misspelt in a sentence": ("j'habite à Stransbourg depuis 2 ans", "67482"),
    "one letter is missing": ("villeneuve d'asq", "59009"),
    "a town that is an everyday word": ("Tours", "37261"),
    "an everyday word behind à": ("à Sens", "89387"),
    "an everyday word, alone": ("Plaisir", "78490"),
    "an everyday name, alone": ("La Montagne", "44101"),
    "an everyday name with its postcode": ("10140 Maison-des-Champs", "10217"),
    "misspelt with an article": ("point à pitre", "97120"),
    "one letter and its number": ("Y 80", "80829"),
    "an everyday word and its department": ("Bus, Pas-de-Calais", "62189"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "insee_code"), FOUND.values(), ids=FOUND.keys())
def test_a_commune_of_france_is_found(index: PlaceIndex, text: str, insee_code: str) -> None:
    answer = index.find(text)
    assert [commune.insee_code for commune in answer.communes] == [insee_code]
    assert answer.status == "found"


SEVERAL = {
    "homonyms": ("Saint-Denis", ["97411", "93066", "11339"]),
    "homonyms in a sentence": ("je vis à Sainte-Marie", ["97418", "97228", "35294"]),
    "a town and its small homonym": ("valence", ["26362", "82186"]),
    "with and without article": ("lamentin", ["97213", "97115"]),
    "a number of several cities": ("le 13e", ["75113", "13213"]),
    "postcode of several communes": ("97500", ["97501", "97502"]),
    "an urban area of two towns": ("cergy pontoise", ["95127", "95500"]),
    "an island of several communes": ("Belle-Île", ["56152", "56241"]),
    "postcode of Bastia": ("20200", ["2B033", "2B353"]),
}


@pytest.mark.parametrize(("text", "insee_codes"), SEVERAL.values(), ids=SEVERAL.keys())
def test_homonyms_are_asked_back_biggest_first(
    index: PlaceIndex, text: str, insee_codes: list[str]
) -> None:
    answer = index.find(text)
    assert answer.status == "several"
    assert [commune.insee_code for commune in answer.communes] == insee_codes


def test_the_buttons_of_homonyms_bear_their_department(catalogue: Catalogue) -> None:
    buttons = commune_buttons(["97411", "93066", "29019", "75056"], catalogue)
    assert [button["title"] for button in buttons] == [
        "Saint-Denis, La Réunion (97400)",
        "Saint-Denis, Seine-Saint-Denis (93200)",
        "Brest (29200)",
        "Paris (75)",
        "Aucune de celles-ci",
    ]


AREAS = {
    "an island": ("La Réunion", "La Réunion"),
    "an island in a sentence": ("j'habite à la Réunion", "La Réunion"),
    "a department": ("en Isère", "Isère"),
    "a department that is a town's name too": ("dans la Vienne", "Vienne"),
    "en and a town's name": ("en Mayenne", "Mayenne"),
    "a village's name too, with article": ("la Marne", "Marne"),
    "a village's name too, bare": ("Corrèze", "Corrèze"),
    "a number behind dans le": ("dans le 93", "Seine-Saint-Denis"),
    "a number of three digits": ("974", "La Réunion"),
    "a number of two digits": ("59", "Nord"),
    "a number with a letter": ("2A", "Corse-du-Sud"),
    "a region": ("en Bretagne", "Bretagne"),
    "a region by its letters": ("PACA", "Provence-Alpes-Côte d'Azur"),
    "a word that is a department too": ("dans le Nord", "Nord"),
}


@pytest.mark.parametrize(("text", "name"), AREAS.values(), ids=AREAS.keys())
def test_an_area_without_a_commune_is_told(index: PlaceIndex, text: str, name: str) -> None:
    answer = index.find(text)
    assert (answer.status, answer.communes) == ("unknown", ())
    assert answer.area is not None and answer.area.name == name


NO_PLACE = [
    "rue de Lyon",
    "12 rue de Brest",
    "à la montagne",
    "à la mer",
    "la ville",
    "bus",
    "je prends le bus",
    "c'est quoi le sens de la question",
    "avec plaisir",
    "j'y vais",
    "après",
    "comme vous voulez",
    "j'ai 38 ans",
    "petit boulot",
    "18",
]


@pytest.mark.parametrize("text", NO_PLACE)
def test_ordinary_words_are_no_commune(index: PlaceIndex, text: str) -> None:
    assert index.find(text).communes == ()


@pytest.mark.parametrize("text", ["Suisse", "en Belgique", "Bruxelles", "98000", "à Genève"])
def test_abroad_is_outside(index: PlaceIndex, text: str) -> None:
    assert index.find(text).status == "outside"


def test_an_area_that_the_catalogue_does_not_cover_is_outside(index: PlaceIndex) -> None:
    assert index.find("en Lozère").status == "outside"
    assert index.find("dans le 48").status == "outside"
    assert index.find("48000").status == "outside"


@pytest.mark.parametrize("commune", _communes(), ids=lambda one: f"{one.name} {one.department}")
def test_a_name_and_its_department_number_lead_to_the_commune(
    index: PlaceIndex, commune: Commune
) -> None:
    assert commune in index.find(f"{commune.name} ({commune.department})").communes


def answered(catalogue: Catalogue, text: str, candidates: list[str] | None = None) -> Outcome:
    """What the question about the commune does with a text."""
    understanding = Understanding(catalogue, PlaceIndex(catalogue), TitleIndex(catalogue))
    slots = {"commune_candidates": candidates}
    return interview.answer(Situation("commune", Message(text), slots, understanding))


def test_an_area_alone_is_too_wide_and_asks_for_the_commune(catalogue: Catalogue) -> None:
    outcome = answered(catalogue, "la Réunion")
    assert outcome.replies == (Reply("utter_commune_area", {"area": "La Réunion"}),)
    assert outcome.slots["commune"] is None


@pytest.mark.parametrize(
    ("text", "commune", "candidates"),
    [
        pytest.param("à la Réunion", "97411", None, id="one is there"),
        pytest.param("en Île-de-France", "93066", None, id="a region"),
        pytest.param("en métropole", None, None, id="no area"),
        pytest.param("en Bretagne", None, None, id="none is there"),
    ],
)
def test_an_area_chooses_among_the_communes_on_screen(
    catalogue: Catalogue, text: str, commune: str | None, candidates: list[str] | None
) -> None:
    shown = ["97411", "93066", "11339"]
    outcome = answered(catalogue, text, shown)
    assert outcome.slots.get("commune") == commune
    assert outcome.slots.get("commune_candidates") == candidates


@pytest.mark.parametrize(
    ("regions", "reply"),
    [
        pytest.param(
            "84", Reply("utter_commune_outside", {"area": "Auvergne-Rhône-Alpes"}), id="one"
        ),
        pytest.param(
            "84 53",
            Reply("utter_commune_outside", {"area": "Auvergne-Rhône-Alpes, Bretagne"}),
            id="two, in alphabetical order",
        ),
        pytest.param(
            " ".join(MAINLAND), Reply("utter_commune_abroad"), id="all but those overseas"
        ),
    ],
)
def test_a_place_abroad_is_told_by_what_is_known(
    catalogue: Catalogue, regions: str, reply: Reply
) -> None:
    basins = tuple(Basin(f"{code}01", code, code) for code in regions.split())
    assert answered(replace(catalogue, basins=basins), "Genève").replies == (reply,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("kemper", "Quimper", id="one word"),
        pytest.param("à An Oriant", "Lorient", id="with an article"),
        pytest.param("Sant-Brieg", "Saint-Brieuc", id="with a hyphen"),
    ],
)
def test_a_town_is_known_by_its_breton_name(catalogue: Catalogue, text: str, name: str) -> None:
    homes = {"Quimper": "29232", "Lorient": "56121", "Saint-Brieuc": "22278"}
    communes = [
        Commune(code, town, (), code[:2], 48.0, -3.0, 50_000, "5301")
        for town, code in homes.items()
    ]
    here = replace(catalogue, communes=(*catalogue.communes, *communes))
    assert [one.name for one in PlaceIndex(here).find(text).communes] == [name]
