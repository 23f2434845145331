"""Jobs that are too rare, or entered by talent rather than by being hired, to be proposed at large.

Their family's hiring figure would mislead: "maintenance" recruits, ship mechanics hardly do in
Savoie. They are proposed only to a person whose past job is officially near. Our own judgement,
by ROME 4.0 code; a job that is not bundled does no harm here.

All 1,584 jobs were gone through. A job is here for one of these reasons: one enters by audition,
portfolio or reputation; by appointment, by vows or by enlisting; by setting up on one's own; after
more than five years of regulated studies or a doctorate; or there are a few hundred posts in the
country, so that hiring near the person is a matter of luck. A public examination alone is no
reason, nor are five years of study or less: prison officers, teachers and engineers are hired by
the thousand.
"""

from __future__ import annotations

RARE_JOBS = frozenset(
    {
        # stage, art and sport: entered by audition, portfolio or selection
        *("B1101", "E1117", "G1208", "K2105", "L1101", "L1201", "L1202", "L1203", "L1204"),
        *("L1304", "L1401", "L1402", "L1403"),
        *("L1102", "L1103", "L1205", "L1206", "L1207", "L1209", "L1210", "L1211", "L1301"),
        *("L1302", "L1303", "L1305", "L1306", "L1308", "L1309", "L1513", "L1514", "L1520"),
        *("L1524", "E1102", "E1118", "E1125", "E1126", "E1211", "E1406", "H1229", "B1814"),
        *("D1233", "G1211", "G1214", "G1218", "G1219", "G1233", "M1610"),
        # art crafts with a handful of workshops
        *("B1302", "B1303", "B1601", "B1602", "B1701", "B1702", "B1804", "H1505", "H2208"),
        *("B1102", "B1103", "B1304", "B1401", "B1402", "B1403", "B1404", "B1501", "B1502"),
        *("B1503", "B1504", "B1505", "B1606", "B1607", "B1608", "B1610", "B1611", "B1613"),
        *("B1614", "B1615", "B1801", "B1810", "D1215", "F1504", "H2214", "H2419", "H2424"),
        *("H2427", "H3407", "H3408"),
        # few posts in the country
        *("A1404", "A1508", "D1116", "E1204", "G1608", "G1611", "G1707", "H1241", "I1201"),
        *("K1105", "K1301", "K2131", "K2140", "M1305"),
        *("A1214", "A1408", "A1417", "A1425", "A1427", "A1428", "A1432", "A1434", "A1445"),
        *("A1447", "C1301", "C1303", "D1419", "E1122", "E1202", "G1103", "G1234", "I1331"),
        *("I1502", "K1214", "K1606", "M1214", "M1219", "M1421", "M1890", "M1891", "N1109"),
        *("N2102", "N2202", "N4117", "N4124"),
        # seas and ports
        *("I1605", "N3101", "N3102", "N3203"),
        *("A1406", "N1206"),
        # medicine, pharmacy and their direction: more than five years of regulated studies
        *("A1504", "H1104", "H1213", "H1222", "H1513", "H1517", "J1101", "J1105", "J1106"),
        *("J1107", "J1108", "J1109", "J1110", "J1111", "J1112", "J1113", "J1114", "J1115"),
        *("J1116", "J1117", "J1118", "J1119", "J1120", "J1121", "J1122", "J1123", "J1124"),
        *("J1125", "J1126", "J1127", "J1128", "J1129", "J1130", "J1131", "J1132", "J1133"),
        *("J1134", "J1135", "J1201", "J1203", "J1204", "K1402", "K1411", "M1408", "M1617"),
        # law and accounts after a title or an office, heritage after a national school
        *("F1121", "K1602", "K1607", "K1901", "K1904", "K1905", "K1907", "K1910", "M1210"),
        *("M1211",),
        # research: a doctorate and a few posts a year
        *("F1105", "F1115", "F1118", "F1119", "F1123", "F1124", "F1142", "F1143", "K2108"),
        *("K2125", "K2133", "K2134", "K2135", "K2143", "K2401", "K2406", "K2407", "K2408"),
        *("K2409", "K2410", "K2411"),
        # the State's heads and the clergy: by appointment or by vows
        *("K1212", "K1401", "K1405", "K1410", "K1416", "K1418", "K1420", "K1421", "K1422"),
        *("K1709", "K2117", "K2120"),
        # the armed forces: by enlisting, with a selection of their own
        *("K1701", "K1703", "K1712", "K1713", "K1714", "K1715", "K1717", "K1718", "K1722"),
        *("K1723", "K1724", "K1725", "K1727", "K1729", "K1730", "K1731", "K1732", "K1733"),
        *("K1734", "K1735", "K1736", "K1737", "K1738", "N2208", "N4111"),
        # heads of a farm, a shop or a company: one sets up or takes over, one is hardly hired
        *("A1407", "A1410", "A1411", "A1416", "A1418", "A1429", "A1433", "A1435", "A1439"),
        *("A1442", "D1220", "D1301", "D1437", "G1415", "G1805", "G1807", "M1301", "M1302"),
    }
)
