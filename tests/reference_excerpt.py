"""A tiny folder of official files of our own making, with each trap of the real ones.

Four jobs, three basins (one lies in two departments), six communes. Texts are ours.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from bot.adapters import catalogue_files, catalogue_writer
from bot.adapters.official_files import compile, editions, reading
from bot.adapters.official_files.editions import Edition, RefusedEdition

NOTES = """rome_code,summary,everyday_titles
C1501,Vous gérez des immeubles. Vous voyez du monde.,syndic
D1505,Vous tenez la caisse. On parle avec tout le monde.,caissier|caissière
D1507,Vous remplissez les rayons. Le matin commence tôt.,mettre en rayon
F1703,Vous montez des murs. Le travail est physique.,maçon
"""

FILES = {
    "rome_v460/version.txt": "Numero de version : 60\n\nDate de publication : 18/09/2025\n",
    "rome_v460/unix_referentiel_code_rome_v460_utf8.csv": """\
"code_rome","code_ogr","libelle_rome","emploi_reglemente","emploi_cadre","code_rome_parent"
"C1501","11","Gestionnaire de copropriété","O","O","C1501"
"D1505","12","Hôte / Hôtesse de caisse","N","N","D1505"
"D1507","13","Employé / Employée d''épicerie","","","D1505"
"F1703","14","Maçon / Maçonne","N","N","F1703"
""",
    "rome_v460/unix_referentiel_code_rome_riasec_v460_utf8.csv": """\
"code_rome","riasec_majeur","riasec_mineur"
"C1501","E","C"
"D1505","C",""
"D1507","R","C"
"F1703","R",""
""",
    "rome_v460/unix_referentiel_appellation_v460_utf8.csv.gz": """\
"code_ogr","code_rome","libelle_appellation_long","peu_usite"
"21","C1501","Syndic de copropriété","N"
"22","D1505","Caissier / Caissière","N"
"23","D1505","Hôte / Hôtesse de caisse","N"
"24","F1703","Maçon / Maçonne d''entretien","O"
""",
    "rome_v460/unix_liens_rome_referentiels_v460_utf8.csv.gz": """\
"code_rome","code_compo_bloc","code_rubrique","code_ogr"
"D1505","5","3","23376"
"D1505","5","3","403020"
"D1505","5","1","999999"
"D1505","5","1","118069"
"D1505","5","1","300002"
"D1505","5","1","200001"
"D1505","5","2","300400"
"F1703","5","1","123456"
"F1703","5","1","300002"
"F1703","5","3","300795"
""",
    "rome_v460/unix_referentiel_competence_v460_utf8.csv.gz": """\
"code_ogr","nature","libelle_competence","code_ogr_macro_comp","cat_comp"
"118069","Macro-compétence","Tenir une caisse","","Savoir-faire"
"300001","Macro-compétence","Monter un mur / une cloison","","Savoir-faire"
"300002","Macro-compétence","Etablir la mise en oeuvre d''un devis","","Savoir-faire"
"300003","Macro-compétence","Dresser un lion","","Savoir-faire"
"300400","Macro-compétence","Etre à l''écoute","","Savoir-être professionnel"
"123456","Compétence","Poser une brique","300001","Savoir-faire"
"200001","Compétence","Chiffrer un chantier","300002","Savoir-faire"
"200002","Compétence","Chiffrer un achat","300002","Savoir-faire"
""",
    "rome_v460/unix_referentiel_macro_competence_riasec_v460_utf8.csv": """\
"code_ogr","riasec_majeur","riasec_mineur"
"118069","C","S"
"300001","R",""
"300002","",""
"300003","R",""
"300400","S",""
""",
    "rome_v460/unix_coherence_item_v460_utf8.csv.gz": """\
"code_rome","code_ogr","coeur_metier"
"D1505","118069","Principale"
"D1505","200001",""
"F1703","123456","Principale"
"F1703","300002","Émergente"
""",
    "rome_v460/unix_rubrique_mobilite_v460_utf8.csv": """\
"code_rome","code_rome_cible","numero_ordre"
"D1505","F1703","10"
"D1505","K9999","1"
"D1505","C1501","2"
""",
    "rome_v460/unix_texte_v460_utf8.csv.gz": """\
"code_rome","libelle_type_texte","position_phrase","libelle_texte"
"C1501","acces_metier","1","Il faut un diplôme de niveau Bac +2 en droit."
"D1505","acces_metier","2","Un CAP peut être un atout."
"D1505","acces_metier","1","On y entre sans diplôme."
"D1505","definition","1","Texte qui ne doit aller nulle part."
"F1703","acces_metier","1","Un CAP de maçonnerie est demandé."
""",
    "rome_v460/unix_grand_domaine_v460_utf8.csv": """\
"code_grand_domaine","libelle_grand_domaine"
"C","Banque, Assurance, Immobilier"
"D","Commerce"
"F","Bâtiment"
""",
    "fap/dares_arborescence_fap2021.csv": """\
Code_FAP341,Code_FAP228,Intitulé_FAP228
B1X30a,B1X30,Maçons peu qualifiés
B1X31a,B1X31,Maçons qualifiés
R0X61a,R0X61,Caissiers
R4X93a,R4X93,Cadres agents immobiliers
L0X60a,L0X60,Employés de bureau
""",
    "fap/dares_passage_rome_qualif_fap2021_utf8.csv.gz": """\
ROME;Qualif;FAP341
F1703;1;B1X30a
F1703;2;B1X30a
F1703;3;B1X31a
F1703;4;B1X31a
D1505;5;R0X61a
D1505;6;R0X61a
C1501;5;L0X60a
C1501;9;R4X93a
""",
    "bmo/bmo_2024.csv": """\
annee;Code métier BMO;Nom métier BMO;REG;Dept;BE24;NOMBE24;met;xmet;smet
2024;R0X61;Caissiers;84;38;8414;ISERE NORD EST;60;30;*
2024;B1X31;Maçons qualifiés;84;38;8414;ISERE NORD EST;25;20;0
""",
    "bmo/bmo_2025.csv.gz": """\
annee,Code métier BMO,Nom métier BMO,REG,Dept,BE25,NOMBE25,met,xmet,smet
2025,R0X61,Caissiers,01,971,101,BASSIN BASSE-TERRE,95,31,44
2025,R0X61,Caissiers,84,38,8414,ISERE NORD EST,120,60,*
2025,R0X61,Caissiers,84,07,8420,AUBENAS,30,*,*
2025,R0X61,Caissiers,84,26,8420,AUBENAS,*,*,*
2025,R0X61,Caissiers,84,69,8428,LYON CENTRE,*,*,*
2025,B1X31,Maçons qualifiés,84,07,8420,AUBENAS,40,10,5
2025,B1X31,Maçons qualifiés,84,26,8420,AUBENAS,10,*,5
2025,X9X99,Eleveurs,84,38,8414,ISERE NORD EST,7,*,*
""",
    "geo/communes_2026_derive.csv": """\
code_insee,nom,typecom,comparent,dep,reg,codes_postaux,lat,lon,code_bassin_ft,population
69123,Lyon,COM,,69,84,69001|69002,45.75884,4.8361,8428,522228
69381,Lyon 1er Arrondissement,ARM,69123,69,84,69001,45.7701,4.82637,8428,29303
69382,Lyon 2e Arrondissement,ARM,69123,69,84,69002,45.74637,4.82649,8428,30318
38053,Bourgoin-Jallieu,COM,,38,84,38300,45.60254,5.27472,8414,29389
15171,Sainte-Anastasie,COM,,15,84,,,,8420,
75056,Paris,COM,,75,11,75001,48.86,2.34,1107,2145906
97105,Basse-Terre,COM,,971,01,97100,15.99,-61.72,101,10058
""",
    "geo/laposte_base-officielle-codes-postaux_2024.csv": """\
code_commune_insee,code_postal,ligne_5,_geopoint
15141,15170,STE ANASTASIE,"45.139662,2.934515"
38053,38300,,"45.60254,5.27472"
""",
}


def write_reference(folder: Path) -> Path:
    """Writes the official files under `folder` and gives it back."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = b"\xef\xbb\xbf" + text.encode()
        path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return folder


def write_notes(folder: Path) -> Path:
    """Writes notes.csv in `folder`, a catalogue to be, and gives it back."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "notes.csv").write_text(NOTES, encoding="utf-8")
    return folder


def read_editions(reference: Path) -> dict[str, Edition]:
    """The newest edition of each data set under `reference`; the excerpt is no whole France."""
    found = editions.assemble(reading.read([reference], is_extract=True), is_extract=True)
    assert [one for one in found if isinstance(one, RefusedEdition)] == []
    return compile.newest(one for one in found if isinstance(one, Edition))


def write_catalogue(reference: Path, folder: Path) -> Path:
    """Compiles the catalogue of Auvergne-Rhône-Alpes for the notes of `folder`, into `folder`."""
    summaries = catalogue_files.summaries(folder)
    compiled = compile.of_region(read_editions(reference), "84", summaries)
    catalogue_writer.write(compiled.catalogue, folder)
    return folder
