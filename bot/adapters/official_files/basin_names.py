"""Names of the employment basins as people write them: the files have capitals, no accents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.orientation.place_text import spelled
from bot.orientation.place_words import LINKS

# By region code and the words of the official name: the codes of basins change between editions.
# Auvergne-Rhône-Alpes as it is bundled; elsewhere, the names that the communes alone do not spell,
# or that only an initiate knows ("T12", "La CASA", "Sud 77").
BASIN_NAMES = {
    "01 centre": "Guadeloupe Centre",
    "01 grande terre": "Grande-Terre",
    "01 iles du nord": "Îles du Nord",
    "01 marie galante": "Marie-Galante",
    "02 martinique nord caraibe": "Martinique Nord Caraïbe",
    "04 reunion est": "Réunion Est",
    "04 reunion nord": "Réunion Nord",
    "04 reunion ouest": "Réunion Ouest",
    "04 reunion sud": "Réunion Sud",
    "05 saint pierre et miquelon": "Saint-Pierre-et-Miquelon",
    "11 brie crecois": "Brie et Créçois",
    "11 centre 77": "Seine-et-Marne Centre",
    "11 est 77": "Seine-et-Marne Est",
    "11 est 95": "Val-d'Oise Est",
    "11 grand roissy le bourget": "Grand Roissy - Le Bourget",
    "11 marne la vallee": "Marne-la-Vallée",
    "11 nord est 77": "Seine-et-Marne Nord-Est",
    "11 ouest 95": "Val-d'Oise Ouest",
    "11 seine aval": "Seine Aval",
    "11 sud 77": "Seine-et-Marne Sud",
    "11 sud 91": "Essonne Sud",
    "11 sud ouest francilien": "Sud-Ouest francilien",
    "11 t 1 paris": "Paris",
    "11 t 10 paris est marne et bois": "Paris Est Marne et Bois",
    "11 t 11 grand paris sud est avenir": "Grand Paris Sud Est Avenir",
    "11 t 12 grand orly seine bievre": "Grand-Orly Seine Bièvre",
    "11 t 2 vallee sud grand paris": "Vallée Sud Grand Paris",
    "11 t 3 grand paris seine ouest": "Grand Paris Seine Ouest",
    "11 t 4 paris ouest la defense": "Paris Ouest La Défense",
    "11 t 5 boucle nord de seine": "Boucle Nord de Seine",
    "11 t 6 plaine commune": "Plaine Commune",
    "11 t 8 est ensemble": "Est Ensemble",
    "11 t 9 grand paris grand est": "Grand Paris Grand Est",
    "24 aubigny": "Aubigny-sur-Nère",
    "24 romorantin": "Romorantin-Lanthenay",
    "27 cosne sur loire": "Cosne-Cours-sur-Loire",
    "27 luxeuil": "Luxeuil-les-Bains",
    "28 mortagne l aigle": "Mortagne-au-Perche - L'Aigle",
    "32 abbeville ponthieu": "Abbeville - Ponthieu",
    "32 artois ternois": "Artois - Ternois",
    "32 brie tardenois": "Brie - Tardenois",
    "32 cambresis": "Cambrésis",
    "32 flandre lys": "Flandre - Lys",
    "32 minier ouest": "Bassin minier Ouest",
    "32 montreuil": "Montreuil-sur-Mer",
    "32 sambre avesnois": "Sambre - Avesnois",
    "32 santerre oise sud oise": "Santerre Oise - Sud Oise",
    "32 versant n est roub tourc": "Roubaix - Tourcoing",
    "44 chalons": "Châlons-en-Champagne",
    "44 charleville": "Charleville-Mézières",
    "44 houiller": "Bassin houiller",
    "44 saint die": "Saint-Dié-des-Vosges",
    "44 siderurgique": "Bassin sidérurgique",
    "44 vosges de l ouest": "Vosges de l'Ouest",
    "52 beaupreau": "Beaupréau",
    "52 chateau gontier": "Château-Gontier",
    "52 fontenay le cte": "Fontenay-le-Comte",
    "52 la baule": "La Baule",
    "52 les sables d olonnes": "Les Sables-d'Olonne",
    "52 segre": "Segré",
    "75 bearn": "Béarn",
    "75 brive": "Brive-la-Gaillarde",
    "75 marennes oleron": "Marennes - Oléron",
    "75 pays basque": "Pays basque",
    "75 perigueux nord est dordogne": "Périgueux - Nord-Est Dordogne",
    "75 saint yrieix": "Saint-Yrieix-la-Perche",
    "76 decazeville villefranche": "Decazeville - Villefranche-de-Rouergue",
    "84 amberieu": "Ambérieu-en-Bugey",
    "84 ambert": "Ambert",
    "84 annecy": "Annecy",
    "84 annonay": "Annonay",
    "84 ardeche centre": "Ardèche Centre",
    "84 aubenas": "Aubenas",
    "84 aurillac": "Aurillac",
    "84 belley": "Belley",
    "84 bourg en bresse": "Bourg-en-Bresse",
    "84 brioude": "Brioude",
    "84 chablais": "Chablais",
    "84 chambery": "Chambéry",
    "84 clermont ferrand": "Clermont-Ferrand",
    "84 drome ardeche centre": "Drôme-Ardèche Centre",
    "84 drome ardeche nord": "Drôme-Ardèche Nord",
    "84 drome ardeche sud": "Drôme-Ardèche Sud",
    "84 genevois francais": "Genevois français",
    "84 gier": "Vallée du Gier",
    "84 givors": "Givors",
    "84 grenoble": "Grenoble",
    "84 isere nord est": "Nord-Est Isère",
    "84 issoire": "Issoire",
    "84 le puy": "Le Puy-en-Velay",
    "84 loire centre": "Loire Centre",
    "84 lyon centre": "Lyon Centre",
    "84 mauriac": "Mauriac",
    "84 maurienne": "Maurienne",
    "84 monistrol yssingeaux": "Monistrol - Yssingeaux",
    "84 montlucon": "Montluçon",
    "84 moulins": "Moulins",
    "84 oullins": "Oullins",
    "84 oyonnax": "Oyonnax",
    "84 pays de gex": "Pays de Gex",
    "84 rhone est": "Rhône Est",
    "84 rillieux": "Rillieux-la-Pape",
    "84 riom saint eloy": "Riom - Saint-Éloy-les-Mines",
    "84 roanne": "Roanne",
    "84 saint etienne": "Saint-Étienne",
    "84 saint flour": "Saint-Flour",
    "84 tarare": "Tarare",
    "84 tarentaise": "Tarentaise",
    "84 tassin": "Tassin-la-Demi-Lune",
    "84 thiers": "Thiers",
    "84 trevoux": "Trévoux",
    "84 vallee de l arve": "Vallée de l'Arve",
    "84 vallee de la drome": "Vallée de la Drôme",
    "84 vaulx meyzieu": "Vaulx-en-Velin - Meyzieu",
    "84 vichy cusset": "Vichy - Cusset",
    "84 vienne roussillon": "Vienne - Roussillon",
    "84 villefranche": "Villefranche-sur-Saône",
    "84 villeurbanne": "Villeurbanne",
    "84 voiron": "Voiron",
    "93 aix gardanne salon": "Aix-en-Provence - Gardanne - Salon-de-Provence",
    "93 alpes de haute provence": "Alpes-de-Haute-Provence",
    "93 etang de berre": "Étang de Berre",
    "93 hautes alpes": "Hautes-Alpes",
    "93 la casa": "Antibes - Sophia Antipolis",
    "93 pays d arles": "Pays d'Arles",
    "94 calvi ile rousse": "Calvi - L'Île-Rousse",
}


def presentable(basin_code: str, official_name: str, commune_names: Iterable[str] = ()) -> str:
    """Our name for a basin; else the official one, written like the communes that it names.

    commune_names: those of the basin's region, which have the accents and the hyphens that
    "AUBAGNE LA CIOTAT" lacks; two communes are set apart by a dash.
    """
    chunks = official_name.removeprefix("BASSIN ").split()
    ours = BASIN_NAMES.get(" ".join((basin_code[:2], *_words(chunks))))
    return ours or _like_communes(chunks, {tuple(spelled(name)): name for name in commune_names})


def _like_communes(chunks: Sequence[str], names: Mapping[tuple[str, ...], str]) -> str:
    parts: list[str] = []
    is_behind_a_commune = False
    while chunks:
        lengths = range(len(chunks), 0, -1)
        length = next((n for n in lengths if _words(chunks[:n]) in names), 0)
        if length and is_behind_a_commune:
            parts.append("-")
        is_behind_a_commune = length > 0
        parts.append(names[_words(chunks[:length])] if length else _as_word(chunks[0]))
        chunks = chunks[max(1, length) :]
    return " ".join(part for part in parts if part not in ("/",))


def _words(chunks: Sequence[str]) -> tuple[str, ...]:
    return tuple(spelled(" ".join(chunks)))


def _as_word(chunk: str) -> str:
    """ "BASSE-TERRE" -> Basse-Terre, "DU" -> du."""
    return chunk.lower() if chunk.lower() in LINKS else chunk.title()
