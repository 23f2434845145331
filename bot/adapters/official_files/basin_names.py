"""Names of the employment basins as people write them: the files have capitals, no accents."""

from __future__ import annotations

from collections.abc import Iterable

from bot.orientation.place_text import spelled
from bot.orientation.place_words import LINKS

# Auvergne-Rhône-Alpes as it is bundled; elsewhere, those that the communes alone do not spell, or
# that only an initiate knows ("T12", "La CASA", "Sud 77").
BASIN_NAMES = {
    "0102": "Grande-Terre",
    "0105": "Guadeloupe Centre",
    "0113": "Îles du Nord",
    "0116": "Marie-Galante",
    "0204": "Martinique Nord Caraïbe",
    "0401": "Réunion Ouest",
    "0402": "Réunion Sud",
    "0403": "Réunion Est",
    "0404": "Réunion Nord",
    "1107": "Paris",
    "1108": "Seine-et-Marne Sud",
    "1109": "Seine-et-Marne Nord-Est",
    "1115": "Seine-et-Marne Centre",
    "1116": "Seine-et-Marne Est",
    "1117": "Marne-la-Vallée",
    "1119": "Grand Roissy - Le Bourget",
    "1124": "Sud-Ouest francilien",
    "1125": "Seine Aval",
    "1127": "Val-d'Oise Ouest",
    "1128": "Essonne Sud",
    "1129": "Grand-Orly Seine Bièvre",
    "1137": "Vallée Sud Grand Paris",
    "1138": "Boucle Nord de Seine",
    "1139": "Grand Paris Seine Ouest",
    "1146": "Paris Ouest La Défense",
    "1147": "Plaine Commune",
    "1148": "Est Ensemble",
    "1149": "Grand Paris Grand Est",
    "1150": "Grand Paris Sud Est Avenir",
    "1151": "Paris Est Marne et Bois",
    "1152": "Val-d'Oise Est",
    "1153": "Brie et Créçois",
    "2403": "Aubigny-sur-Nère",
    "2418": "Romorantin-Lanthenay",
    "2703": "Cosne-Cours-sur-Loire",
    "2735": "Luxeuil-les-Bains",
    "2828": "Mortagne-au-Perche - L'Aigle",
    "3201": "Abbeville - Ponthieu",
    "3208": "Brie - Tardenois",
    "3210": "Santerre Oise - Sud Oise",
    "3217": "Roubaix - Tourcoing",
    "3219": "Flandre - Lys",
    "3222": "Cambrésis",
    "3223": "Sambre - Avesnois",
    "3224": "Artois - Ternois",
    "3225": "Bassin minier Ouest",
    "3230": "Montreuil-sur-Mer",
    "4412": "Charleville-Mézières",
    "4416": "Châlons-en-Champagne",
    "4430": "Bassin sidérurgique",
    "4432": "Bassin houiller",
    "4435": "Saint-Dié-des-Vosges",
    "4437": "Vosges de l'Ouest",
    "5215": "Fontenay-le-Comte",
    "5216": "Les Sables-d'Olonne",
    "5219": "Segré",
    "5222": "La Baule",
    "5226": "Château-Gontier",
    "5229": "Beaupréau",
    "7508": "Marennes - Oléron",
    "7524": "Périgueux - Nord-Est Dordogne",
    "7538": "Béarn",
    "7539": "Pays basque",
    "7540": "Brive-la-Gaillarde",
    "7548": "Saint-Yrieix-la-Perche",
    "7623": "Decazeville - Villefranche-de-Rouergue",
    "8401": "Bourg-en-Bresse",
    "8402": "Oyonnax",
    "8403": "Ambérieu-en-Bugey",
    "8404": "Belley",
    "8405": "Chablais",
    "8406": "Genevois français",
    "8407": "Annecy",
    "8408": "Vallée de l'Arve",
    "8409": "Maurienne",
    "8410": "Tarentaise",
    "8411": "Chambéry",
    "8412": "Grenoble",
    "8413": "Voiron",
    "8414": "Nord-Est Isère",
    "8415": "Vienne - Roussillon",
    "8416": "Roanne",
    "8417": "Loire Centre",
    "8419": "Annonay",
    "8420": "Aubenas",
    "8421": "Drôme-Ardèche Sud",
    "8426": "Saint-Étienne",
    "8427": "Vallée du Gier",
    "8428": "Lyon Centre",
    "8430": "Rhône Est",
    "8431": "Drôme-Ardèche Nord",
    "8432": "Drôme-Ardèche Centre",
    "8435": "Vallée de la Drôme",
    "8436": "Ardèche Centre",
    "8437": "Trévoux",
    "8438": "Pays de Gex",
    "8439": "Oullins",
    "8440": "Vaulx-en-Velin - Meyzieu",
    "8441": "Villeurbanne",
    "8442": "Tarare",
    "8443": "Tassin-la-Demi-Lune",
    "8444": "Villefranche-sur-Saône",
    "8445": "Givors",
    "8446": "Rillieux-la-Pape",
    "8447": "Montluçon",
    "8448": "Moulins",
    "8449": "Vichy - Cusset",
    "8450": "Aurillac",
    "8451": "Saint-Flour",
    "8453": "Le Puy-en-Velay",
    "8454": "Monistrol - Yssingeaux",
    "8455": "Thiers",
    "8456": "Mauriac",
    "8457": "Clermont-Ferrand",
    "8458": "Riom - Saint-Éloy-les-Mines",
    "8459": "Ambert",
    "8460": "Brioude",
    "8461": "Issoire",
    "9301": "Alpes-de-Haute-Provence",
    "9302": "Hautes-Alpes",
    "9308": "Étang de Berre",
    "9326": "Antibes - Sophia Antipolis",
    "9329": "Pays d'Arles",
    "9333": "Aix-en-Provence - Gardanne - Salon-de-Provence",
    "9410": "Calvi - L'Île-Rousse",
}


def presentable(basin_code: str, official_name: str, commune_names: Iterable[str] = ()) -> str:
    """Our name for a basin; else the official one, written like the communes that it names.

    commune_names: those of the basin's departments, which have the accents and the hyphens that
    "AUBAGNE LA CIOTAT" lacks; two communes are set apart by a dash.
    """
    if basin_code in BASIN_NAMES:
        return BASIN_NAMES[basin_code]
    names = {tuple(spelled(name)): name for name in commune_names}
    said = spelled(official_name.removeprefix("BASSIN "))
    parts: list[str] = []
    is_behind_a_commune = False
    while said:
        lengths = range(len(said), 0, -1)
        length = next((n for n in lengths if tuple(said[:n]) in names), 0)
        if length and is_behind_a_commune:
            parts.append("-")
        is_behind_a_commune = length > 0
        parts.append(names[tuple(said[:length])] if length else _as_word(said[0]))
        said = said[max(1, length) :]
    return " ".join(parts)


def _as_word(word: str) -> str:
    return word if word in LINKS else word.capitalize()
