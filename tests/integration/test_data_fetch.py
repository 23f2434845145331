from __future__ import annotations

import fcntl
import gzip
import hashlib
import io
import json
import socket
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.adapters.downloads import data_gouv, file_proof, resumable_download
from bot.adapters.downloads.fetched_data_sets import FETCHED, Address, FetchedDataSet
from bot.adapters.official_files import sources
from bot.commands.data_fetch import fetch, fetch_command
from tests.publisher_server import Publisher, Served, chunked, cut_after, status
from tests.servers import free_port

LINES = b"".join(b"COM,%05d,84,01,Commune,\n" % number for number in range(20_000))
COMMUNES = b"TYPECOM,COM,REG,DEP,LIBELLE,COMPARENT\n" + LINES
OTHER_COMMUNES = COMMUNES.replace(b"Commune", b"Village")
ROME_NAME = "unix_referentiel_code_rome_v461_utf8.csv"
PAGE = b"<!DOCTYPE html><html><body>Site en maintenance</body></html>"
ETAG, OTHER_ETAG = '"one"', '"two"'
MONDAY, TUESDAY = "Mon, 02 Nov 2026 08:00:00 GMT", "Tue, 03 Nov 2026 08:00:00 GMT"

COG = FetchedDataSet(
    "COG",
    "communes-{year}",
    ("csv",),
    r"typecom.*comparent",
    "https://example.org/cog",
    "v_commune",
    data_gouv_id="cog",
    title=r"liste des communes",
)
ROME = FetchedDataSet(
    "ROME",
    "rome",
    ("csv", "zip"),
    r"referentiel_code_rome",
    "https://example.org/rome",
    "Toutes les données du ROME",
    suffix="zip",
)
BY_HAND = FetchedDataSet(
    "BASSINS", "bassins", ("xlsx",), "xl", "https://example.org/bassins", "Bassins_2026.xlsx"
)


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, "code_rome\n" * 500)
    return buffer.getvalue()


def resource(url: str = "/cog.csv", **said: Any) -> dict[str, Any]:
    return {"title": "Millésime 2026 : Liste des communes", "format": "csv", "url": url, **said}


def checksum(content: bytes, kind: str = "sha1") -> dict[str, str]:
    return {"type": kind, "value": hashlib.new(kind, content).hexdigest()}


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with Publisher() as server:
        yield server


Run = Callable[..., Result]


@pytest.fixture
def run(publisher: Publisher, tmp_path: Path) -> Run:
    def invoke(*data_sets: FetchedDataSet, folder: Path = tmp_path / "files") -> Result:
        command = fetch_command(
            data_sets or (COG,), publisher.url, frozenset({publisher.host}), lambda seconds: None
        )
        return CliRunner().invoke(command, ["--to", str(folder)])

    return invoke


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return tmp_path / "files"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def serve_communes(publisher: Publisher, **said: Any) -> Served:
    served = Served(COMMUNES, ETAG, MONDAY)
    publisher.files["/cog.csv"] = served
    publisher.publish("cog", resource(**said))
    return served


def test_a_file_comes_whole_with_its_fingerprint(
    publisher: Publisher, run: Run, files: Path
) -> None:
    serve_communes(publisher, checksum=checksum(COMMUNES), filesize=len(COMMUNES))
    result = run()
    assert result.exit_code == 0, result.output
    assert (files / "communes-2026.csv").read_bytes() == COMMUNES
    assert names(files) == {"communes-2026.csv", "communes-2026.csv.json"}
    note = json.loads((files / "communes-2026.csv.json").read_text())
    assert note["sha256"] == hashlib.sha256(COMMUNES).hexdigest()
    assert f"Ensuite : declic data import {files}" in result.output


def test_the_import_opens_what_was_downloaded_and_nothing_else(
    publisher: Publisher, run: Run, files: Path
) -> None:
    serve_communes(publisher)
    run()
    (files / "rome.zip.part").write_bytes(b"PK")
    opened = list(sources.opened([files]))
    assert [one.name for one in opened if isinstance(one, sources.Opened)] == ["communes-2026.csv"]
    assert len(opened) == 1


@pytest.mark.parametrize("kind", ["sha1", "sha256", "md5"])
def test_a_published_checksum_is_compared(
    publisher: Publisher, run: Run, files: Path, kind: str
) -> None:
    serve_communes(publisher, checksum=checksum(OTHER_COMMUNES, kind))
    result = run()
    assert result.exit_code == 1
    assert f"l'empreinte {kind} n'est pas celle publiée" in result.output
    assert names(files) == set()


def test_after_a_wrong_checksum_no_unchecked_address_is_tried(
    publisher: Publisher, run: Run, files: Path
) -> None:
    serve_communes(publisher, checksum=checksum(OTHER_COMMUNES))
    publisher.files["/mirror_2026.csv"] = Served(COMMUNES)
    result = run(replace(COG, addresses=(Address(f"{publisher.url}/mirror_2026.csv"),)))
    assert result.exit_code == 1
    assert publisher.requests_for("/mirror_2026.csv") == []


def test_a_published_size_is_compared(publisher: Publisher, run: Run, files: Path) -> None:
    serve_communes(publisher, filesize=len(COMMUNES) + 1)
    result = run()
    assert result.exit_code == 1
    assert f"{len(COMMUNES)} octets au lieu des {len(COMMUNES) + 1}" in result.output
    assert names(files) == set()


def test_a_cut_download_is_resumed_in_the_same_run(
    publisher: Publisher, run: Run, files: Path
) -> None:
    served = serve_communes(publisher)
    publisher.faults["/cog.csv"].append(cut_after(served, 300_000))
    result = run()
    assert result.exit_code == 0, result.output
    first, second = publisher.requests_for("/cog.csv")
    assert first.sent == 300_000
    assert second.headers["range"] == "bytes=300000-"
    assert second.headers["if-range"] == ETAG
    assert second.sent == len(COMMUNES) - 300_000
    assert (files / "communes-2026.csv").read_bytes() == COMMUNES


def cut_every_attempt(publisher: Publisher, served: Served, first: int) -> None:
    publisher.faults["/cog.csv"].append(cut_after(served, first))
    publisher.faults["/cog.csv"].extend([status(503)] * 3)


def test_what_came_is_kept_for_the_next_run(publisher: Publisher, run: Run, files: Path) -> None:
    served = serve_communes(publisher)
    cut_every_attempt(publisher, served, 200_000)
    result = run()
    assert result.exit_code == 1
    assert "code 503" in result.output
    assert names(files) == {"communes-2026.csv.part", "communes-2026.csv.part.json"}
    assert "Ensuite" not in result.output
    publisher.asked.clear()
    result = run()
    assert result.exit_code == 0
    assert "je reprends à 200 ko" in result.output
    assert [one.sent for one in publisher.requests_for("/cog.csv")] == [len(COMMUNES) - 200_000]
    assert (files / "communes-2026.csv").read_bytes() == COMMUNES


CHANGES = {
    "another strong ETag": Served(OTHER_COMMUNES, OTHER_ETAG, TUESDAY),
    "another date, no ETag": Served(OTHER_COMMUNES, None, TUESDAY),
    "a server that ignores Range": Served(OTHER_COMMUNES, OTHER_ETAG, knows_range=False),
    "a server that ignores If-Range": Served(OTHER_COMMUNES, OTHER_ETAG, minds_if_range=False),
    "a shorter file": Served(OTHER_COMMUNES[:100_000], OTHER_ETAG, minds_if_range=False),
    "no more ETag nor date": Served(OTHER_COMMUNES),
}


@pytest.mark.parametrize("changed", CHANGES.values(), ids=CHANGES)
def test_a_file_that_changed_between_two_attempts_starts_again(
    publisher: Publisher, run: Run, files: Path, changed: Served
) -> None:
    served = serve_communes(publisher)
    cut_every_attempt(publisher, served, 200_000)
    run()
    publisher.files["/cog.csv"] = changed
    result = run()
    assert result.exit_code == 0, result.output
    assert (files / "communes-2026.csv").read_bytes() == changed.content


def test_a_part_of_another_address_is_not_continued(
    publisher: Publisher, run: Run, files: Path
) -> None:
    served = serve_communes(publisher)
    cut_every_attempt(publisher, served, 200_000)
    run()
    publisher.files["/moved.csv"] = Served(OTHER_COMMUNES, ETAG, MONDAY)
    publisher.publish("cog", resource("/moved.csv"))
    assert run().exit_code == 0
    assert (files / "communes-2026.csv").read_bytes() == OTHER_COMMUNES


def test_a_rest_that_begins_elsewhere_is_not_used(
    publisher: Publisher, run: Run, files: Path
) -> None:
    served = serve_communes(publisher)
    elsewhere = f"bytes 5-{len(COMMUNES) - 1}/{len(COMMUNES)}"
    wrong = status(206, COMMUNES[5:], Content_Range=elsewhere, ETag=ETAG)
    publisher.faults["/cog.csv"].extend([cut_after(served, 200_000), wrong])
    assert run().exit_code == 0
    assert (files / "communes-2026.csv").read_bytes() == COMMUNES


def test_a_server_that_ignores_range_sends_all_again(
    publisher: Publisher, run: Run, files: Path
) -> None:
    served = serve_communes(publisher)
    served.knows_range = False
    publisher.faults["/cog.csv"].append(cut_after(served, 300_000))
    assert run().exit_code == 0
    assert [one.sent for one in publisher.requests_for("/cog.csv")] == [300_000, len(COMMUNES)]
    assert (files / "communes-2026.csv").read_bytes() == COMMUNES


def test_without_etag_date_or_checksum_a_cut_file_starts_again(
    publisher: Publisher, run: Run, files: Path
) -> None:
    served = serve_communes(publisher)
    served.etag = served.last_modified = None
    publisher.faults["/cog.csv"].append(cut_after(served, 300_000))
    assert run().exit_code == 0
    assert "range" not in publisher.requests_for("/cog.csv")[1].headers
    assert (files / "communes-2026.csv").read_bytes() == COMMUNES


def test_a_published_checksum_allows_to_resume_without_etag(
    publisher: Publisher, run: Run, files: Path
) -> None:
    served = serve_communes(publisher, checksum=checksum(COMMUNES))
    served.etag = served.last_modified = None
    publisher.faults["/cog.csv"].append(cut_after(served, 300_000))
    assert run().exit_code == 0
    assert publisher.requests_for("/cog.csv")[1].sent == len(COMMUNES) - 300_000
    assert (files / "communes-2026.csv").read_bytes() == COMMUNES


def test_a_weak_etag_is_no_proof_for_resuming(publisher: Publisher, run: Run) -> None:
    served = serve_communes(publisher)
    served.etag = 'W/"one"'
    publisher.faults["/cog.csv"].append(cut_after(served, 300_000))
    assert run().exit_code == 0
    assert publisher.requests_for("/cog.csv")[1].headers["if-range"] == MONDAY


UNCHANGED: dict[str, tuple[Served, dict[str, Any]]] = {
    "by its checksum": (Served(COMMUNES), {"checksum": checksum(COMMUNES)}),
    "by its ETag": (Served(COMMUNES, ETAG), {}),
    "by its date": (Served(COMMUNES, None, MONDAY), {}),
    "by the catalogue's date": (Served(COMMUNES), {"last_modified": "2026-11-02T08:00:00Z"}),
}


@pytest.mark.parametrize(("served", "said"), UNCHANGED.values(), ids=UNCHANGED)
def test_an_unchanged_file_is_not_downloaded_again(
    publisher: Publisher, run: Run, files: Path, served: Served, said: dict[str, Any]
) -> None:
    publisher.files["/cog.csv"] = served
    publisher.publish("cog", resource(**said))
    run()
    publisher.asked.clear()
    result = run()
    assert result.exit_code == 0
    assert "communes-2026.csv, 501 ko, déjà à jour." in result.output
    assert sum(one.sent for one in publisher.requests_for("/cog.csv")) == 0


def test_a_file_damaged_on_the_disk_is_downloaded_again(
    publisher: Publisher, run: Run, files: Path
) -> None:
    serve_communes(publisher)
    run()
    (files / "communes-2026.csv").write_bytes(COMMUNES[:1000])
    assert "nouveau" in run().output
    assert (files / "communes-2026.csv").read_bytes() == COMMUNES


def test_a_new_edition_replaces_the_file(publisher: Publisher, run: Run, files: Path) -> None:
    serve_communes(publisher)
    run()
    publisher.files["/cog.csv"] = Served(OTHER_COMMUNES, OTHER_ETAG, TUESDAY)
    assert "nouveau" in run().output
    assert (files / "communes-2026.csv").read_bytes() == OTHER_COMMUNES


def test_the_catalogues_date_does_not_hide_what_the_server_changed(
    publisher: Publisher, run: Run, files: Path
) -> None:
    serve_communes(publisher, last_modified="2026-11-02T08:00:00Z")
    run()
    publisher.files["/cog.csv"] = Served(OTHER_COMMUNES, OTHER_ETAG, TUESDAY)
    assert "nouveau" in run().output
    assert (files / "communes-2026.csv").read_bytes() == OTHER_COMMUNES


def test_the_same_etag_at_another_address_proves_nothing(
    publisher: Publisher, run: Run, files: Path
) -> None:
    serve_communes(publisher)
    run()
    publisher.files["/moved.csv"] = Served(OTHER_COMMUNES, ETAG, MONDAY)
    publisher.publish("cog", resource("/moved.csv"))
    assert "nouveau" in run().output
    assert (files / "communes-2026.csv").read_bytes() == OTHER_COMMUNES


def test_a_failure_leaves_the_file_that_was_there(
    publisher: Publisher, run: Run, files: Path
) -> None:
    serve_communes(publisher)
    run()
    publisher.files["/cog.csv"] = Served(PAGE)
    assert run().exit_code == 1
    assert (files / "communes-2026.csv").read_bytes() == COMMUNES
    assert names(files) == {"communes-2026.csv", "communes-2026.csv.json"}


def test_a_passing_error_is_waited_out(publisher: Publisher, run: Run) -> None:
    serve_communes(publisher)
    publisher.faults["/cog.csv"].append(status(500))
    publisher.faults["/api/1/datasets/cog/"].append(status(502))
    result = run()
    assert result.exit_code == 0
    assert "127.0.0.1 a un problème (code 500), j'essaie encore." in result.output


def test_the_pause_that_a_server_asks_for_is_kept(publisher: Publisher, files: Path) -> None:
    serve_communes(publisher)
    publisher.faults["/cog.csv"].append(status(429, Retry_After="45"))
    pauses: list[float] = []
    command = fetch_command((COG,), publisher.url, frozenset({publisher.host}), pauses.append)
    assert CliRunner().invoke(command, ["--to", str(files)]).exit_code == 0
    assert pauses == [45.0]


REFUSALS = {
    "a file that is gone": (404, b"", "le fichier n'est plus à cette adresse"),
    "a refusal": (403, b"", "a refusé la demande (code 403)"),
    "a page with code 200": (200, PAGE, "une page web est arrivée à la place du fichier"),
    "another table": (200, b"a,b\n1,2\n", "n'est pas le fichier attendu"),
    "an empty file": (200, b"", "n'est pas le fichier attendu"),
}


@pytest.mark.parametrize(("code", "body", "reason"), REFUSALS.values(), ids=REFUSALS)
def test_a_lasting_failure_is_said_with_what_to_do(
    publisher: Publisher, run: Run, files: Path, code: int, body: bytes, reason: str
) -> None:
    publisher.publish("cog", resource())
    publisher.faults["/cog.csv"].append(status(code, body))
    result = run()
    assert result.exit_code == 1
    assert reason in result.output
    assert "À prendre à la main : v_commune\n  sur https://example.org/cog" in result.output
    assert not files.exists() or names(files) == set()
    assert len(publisher.requests_for("/cog.csv")) == 1


def test_one_failure_does_not_stop_the_others(publisher: Publisher, run: Run, files: Path) -> None:
    publisher.publish("cog", resource())
    publisher.files["/rome"] = Served(zipped(ROME_NAME))
    result = run(COG, replace(ROME, addresses=(Address(f"{publisher.url}/rome"),)))
    assert result.exit_code == 1
    assert "COG : échec" in result.output
    assert "ROME : rome.zip" in result.output
    assert "Ensuite : declic data import" in result.output


def test_the_second_address_is_used_when_the_first_fails(
    publisher: Publisher, run: Run, files: Path
) -> None:
    publisher.files["/second"] = Served(b"", redirect="/rome")
    publisher.files["/rome"] = Served(zipped(ROME_NAME))
    addresses = (Address(f"{publisher.url}/first"), Address(f"{publisher.url}/second"))
    assert run(replace(ROME, addresses=addresses)).exit_code == 0
    assert (files / "rome.zip").read_bytes() == zipped(ROME_NAME)


def test_the_same_archive_come_again_is_not_said_to_be_new(publisher: Publisher, run: Run) -> None:
    publisher.files["/rome"] = Served(zipped(ROME_NAME))
    rome = replace(ROME, addresses=(Address(f"{publisher.url}/rome"),))
    assert "nouveau" in run(rome).output
    assert "déjà à jour" in run(rome).output


ARCHIVES = {
    "without ROME in it": zipped("lisez-moi.txt"),
    "cut short": zipped(ROME_NAME)[:-30],
    "with damaged bytes": zipped(ROME_NAME).replace(zipped(ROME_NAME)[80:90], b"0123456789"),
}


@pytest.mark.parametrize("content", ARCHIVES.values(), ids=ARCHIVES)
def test_an_archive_must_be_readable_and_hold_rome(
    publisher: Publisher, run: Run, files: Path, content: bytes
) -> None:
    publisher.files["/rome"] = Served(content)
    assert run(replace(ROME, addresses=(Address(f"{publisher.url}/rome"),))).exit_code == 1
    assert names(files) == set()


def test_an_archive_that_announces_too_much_is_not_unpacked(
    publisher: Publisher, run: Run, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_proof, "MOST_BYTES_IN_ALL", 1_000)
    publisher.files["/rome"] = Served(zipped(ROME_NAME))
    result = run(replace(ROME, addresses=(Address(f"{publisher.url}/rome"),)))
    assert result.exit_code == 1
    assert "l'archive annonce plus de 1 Go" in result.output
    assert names(files) == set()


def test_a_file_over_the_limit_is_refused_before_it_comes(
    publisher: Publisher, run: Run, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resumable_download, "MOST_BYTES", 100_000)
    serve_communes(publisher)
    result = run()
    assert result.exit_code == 1
    assert "il dépasse les" in result.output
    assert "je télécharge" not in result.output
    assert names(files) == set()


def test_a_body_that_does_not_say_its_size_stops_at_the_limit(
    publisher: Publisher, run: Run, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resumable_download, "MOST_BYTES", 100_000)
    publisher.publish("cog", resource())
    publisher.faults["/cog.csv"].append(chunked(COMMUNES))
    result = run()
    assert result.exit_code == 1
    assert "il dépasse les" in result.output
    assert names(files) == set()


def test_a_body_in_chunks_is_whole_when_the_last_chunk_came(
    publisher: Publisher, run: Run, files: Path
) -> None:
    publisher.publish("cog", resource())
    publisher.faults["/cog.csv"].extend([chunked(COMMUNES, is_cut=True), chunked(COMMUNES)])
    assert run().exit_code == 0
    assert (files / "communes-2026.csv").read_bytes() == COMMUNES
    assert len(publisher.requests_for("/cog.csv")) == 2


def test_a_body_that_was_packed_for_the_way_is_unpacked(
    publisher: Publisher, run: Run, files: Path
) -> None:
    publisher.publish("cog", resource(filesize=len(COMMUNES)))
    packed = status(200, gzip.compress(COMMUNES), Content_Encoding="gzip")
    publisher.faults["/cog.csv"].append(packed)
    assert run().exit_code == 0
    assert (files / "communes-2026.csv").read_bytes() == COMMUNES


def test_two_downloads_of_the_same_file_do_not_mix(
    publisher: Publisher, run: Run, files: Path
) -> None:
    serve_communes(publisher)
    files.mkdir()
    with (files / "communes-2026.csv.part").open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        result = run()
    assert result.exit_code == 1
    assert "un autre téléchargement de ce fichier est en cours" in result.output
    assert run().exit_code == 0


@pytest.mark.parametrize("note", ["", "[]", '{"url": 3, "other": 4}', "{"])
def test_an_unreadable_note_only_costs_a_download(
    publisher: Publisher, run: Run, files: Path, note: str
) -> None:
    serve_communes(publisher)
    run()
    (files / "communes-2026.csv.json").write_text(note)
    result = run()
    assert result.exit_code == 0
    assert (files / "communes-2026.csv").read_bytes() == COMMUNES


def test_a_title_never_names_a_file(publisher: Publisher, run: Run, tmp_path: Path) -> None:
    publisher.files["/..%2F..%2Fx.csv"] = Served(COMMUNES)
    publisher.publish(
        "cog",
        resource("/..%2F..%2Fx.csv", title="../../x liste des communes 2026/../../y"),
    )
    assert run().exit_code == 0
    assert names(tmp_path) == {"files"}
    assert names(tmp_path / "files") == {"communes-2026.csv", "communes-2026.csv.json"}


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/x.csv",
        "ftp://example.org/x.csv",
        "file:///etc/passwd",
        "http://[",
        "https://",
        "https://a:99999999/x.csv",
        "https://exa mple.fr/x.csv",
        "https://.fr/x.csv",
        "https://\ud800.fr/x.csv",
    ],
    ids=repr,
)
def test_only_a_right_https_address_is_asked(
    publisher: Publisher, run: Run, files: Path, url: str
) -> None:
    publisher.publish("cog", resource(url))
    result = run()
    assert result.exit_code == 1
    assert "COG : échec, l'adresse " in result.output
    assert not files.exists()


@pytest.mark.parametrize("location", ["", "http://[", "/cog.csv"])
def test_a_redirect_without_an_end_is_told(publisher: Publisher, run: Run, location: str) -> None:
    publisher.publish("cog", resource())
    publisher.faults["/cog.csv"].extend([status(302, Location=location)] * 20)
    result = run()
    assert result.exit_code == 1
    assert "COG : échec, " in result.output


def test_a_redirect_to_plain_http_is_refused(publisher: Publisher, run: Run) -> None:
    publisher.publish("cog", resource())
    publisher.files["/cog.csv"] = Served(b"", redirect="http://example.org/x.csv")
    assert "n'est pas en https (example.org)" in run().output


def test_no_password_is_ever_sent(
    publisher: Publisher, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    serve_communes(publisher)
    publisher.publish("cog", resource(f"http://me:secret@{publisher.host}/moved.csv"))
    publisher.faults["/moved.csv"].append(status(302, Location="/cog.csv", Set_Cookie="a=b"))
    assert run().exit_code == 0
    assert publisher.requests_for("/cog.csv")
    sent = {name for one in publisher.asked for name in one.headers}
    assert not sent & {"authorization", "cookie"}


def test_without_a_network_one_sentence_and_nothing_changes(tmp_path: Path) -> None:
    away = f"127.0.0.1:{free_port()}"
    sets = (COG, replace(ROME, addresses=(Address(f"http://{away}/rome"),)), BY_HAND)
    command = fetch_command(sets, f"http://{away}", frozenset({away}), lambda seconds: None)
    result = CliRunner().invoke(command, ["--to", str(tmp_path / "files")])
    assert result.exit_code == 1
    assert result.output == (
        "Error: Aucun site ne répond : vérifiez la connexion à Internet, rien n'a changé.\n"
    )
    assert names(tmp_path) == set()


def test_a_host_that_is_away_is_waited_for_once(tmp_path: Path) -> None:
    away = f"127.0.0.1:{free_port()}"
    pauses: list[float] = []
    command = fetch_command((COG,) * 6, f"http://{away}", frozenset({away}), pauses.append)
    CliRunner().invoke(command, ["--to", str(tmp_path)])
    assert len(pauses) == 1


def test_a_server_that_hangs_up_is_tried_again_then_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(30)
        host = f"127.0.0.1:{listener.getsockname()[1]}"
        command = fetch_command(
            (COG,),
            f"http://{host}",
            frozenset({host}),
            lambda seconds: None,
        )

        def hang_up() -> None:
            for _ in range(4):
                listener.accept()[0].close()

        threading.Thread(target=hang_up, daemon=True).start()
        result = CliRunner().invoke(command, ["--to", str(tmp_path)])
    assert result.exit_code == 1
    assert "COG : échec, 127.0.0.1 n'a pas répondu à temps." in result.output


def test_a_data_set_without_an_address_is_told_and_is_no_failure(
    publisher: Publisher, run: Run
) -> None:
    serve_communes(publisher)
    result = run(COG, BY_HAND)
    assert result.exit_code == 0
    assert "BASSINS : aucune adresse sûre n'est connue.\n" in result.output
    assert "Bassins_2026.xlsx\n  sur https://example.org/bassins" in result.output


CATALOGUES: dict[str, Any] = {
    "no resource": {"resources": []},
    "resources of another kind": {"resources": "none"},
    "a list": [1, 2],
    "values of wrong kinds": {"resources": [None, {"title": 3, "url": [], "format": "csv"}]},
    "no fitting title": {"resources": [resource(title="Liste des régions 2026")]},
    "no fitting format": {"resources": [resource(format="pdf")]},
}


@pytest.mark.parametrize("document", CATALOGUES.values(), ids=CATALOGUES)
def test_a_catalogue_without_the_file_leads_to_the_page(
    publisher: Publisher, run: Run, document: Any
) -> None:
    publisher.data_sets["/api/1/datasets/cog/"] = document
    result = run()
    assert result.exit_code == 0
    assert "À prendre à la main : v_commune" in result.output


def test_an_unreadable_catalogue_is_a_failure(publisher: Publisher, run: Run) -> None:
    publisher.faults["/api/1/datasets/cog/"].append(status(200, PAGE))
    result = run()
    assert result.exit_code == 1
    assert "la réponse de 127.0.0.1 est illisible" in result.output


def test_a_disk_that_refuses_is_told(publisher: Publisher, run: Run, tmp_path: Path) -> None:
    serve_communes(publisher)
    (tmp_path / "file").write_text("not a folder")
    result = run(folder=tmp_path / "file" / "inside")
    assert result.exit_code == 1
    assert "le disque refuse l'écriture" in result.output


def test_the_newest_edition_is_chosen_by_the_year_of_its_title() -> None:
    listed = [
        resource("https://a/2025", title="2025, liste des communes", last_modified="2026-12-01"),
        resource("https://a/old", title="2026, liste des communes", last_modified="2026-02-01"),
        resource("https://a/new", title="2026, liste des communes", last_modified="2026-03-01"),
        resource("https://a/none", title="liste des communes", last_modified="2027-01-01"),
    ]
    found = data_gouv.newest({"resources": listed}, COG)
    assert found is not None
    assert (found.url, found.year) == ("https://a/new", "2026")


def test_a_year_comes_from_the_change_when_no_title_says_one() -> None:
    listed = [resource(title="Liste des communes", last_modified="2026-08-08T02:02:09Z")]
    found = data_gouv.newest({"resources": listed}, COG)
    assert found is not None and found.year == "2026"


REAL_TITLES = {
    "ROME": ("Toutes les données du ROME", "csv", "https://api.francetravail.fr/x/csv"),
    "BMO": ("Enquête BMO 2026", "xlsx", "https://www.francetravail.org/x/Base_BMO_2026.xlsx"),
    "FAP, familles": ("Arborescence FAP 2021", "xlsx", "https://a/Dares_Arborescence_FAP2021.xlsx"),
    "FAP, passage du ROME": (
        "Table de passage",
        "csv",
        "https://a/Dares_Table_passage_ROME_Qualif_to_FAP2021_pour_programme.csv",
    ),
    "COG": (
        "Millésime 2026 : Liste des communes, arrondissements municipaux, communes déléguées et "
        "communes associées au 01/01/2026",
        "csv",
        "https://www.insee.fr/fr/statistiques/fichier/8740222/v_commune_2026.csv",
    ),
    "CODES POSTAUX": (
        "Base officielle des codes postaux",
        "csv",
        "https://datanova.laposte.fr/x/base-officielle-codes-postaux.csv",
    ),
}


@pytest.mark.parametrize(
    "data_set", [one for one in FETCHED if one.data_gouv_id], ids=lambda one: one.name
)
def test_each_data_set_finds_its_resource_by_the_words_of_its_producer(
    data_set: FetchedDataSet,
) -> None:
    title, kind, url = REAL_TITLES[data_set.name]
    wanted = resource(url, title=title, format=kind)
    others = [
        resource("https://a/doc_2026.pdf", title=f"{title} (notice)", format="pdf"),
        resource("https://a/other", title="Autre chose", format="json"),
    ]
    found = data_gouv.newest({"resources": [*others, wanted]}, data_set)
    assert found is not None and found.url == url


def test_every_address_of_the_registry_is_https_and_every_name_is_plain() -> None:
    assert len({one.stem for one in FETCHED}) == len(FETCHED)
    for one in FETCHED:
        assert all(
            url.startswith("https://") for url in (one.page, *(a.url for a in one.addresses))
        )
        assert one.stem.replace("{year}", "").replace("-", "").isalnum()
        suffixes = {one.suffix} if one.suffix else set(one.formats)
        assert {f".{suffix}" for suffix in suffixes} <= sources.SUFFIXES


def test_the_default_folder_is_in_the_local_state(publisher: Publisher, tmp_path: Path) -> None:
    serve_communes(publisher)
    command = fetch_command((COG,), publisher.url, frozenset({publisher.host}))
    result = CliRunner().invoke(command, [], env={"DECLIC_VAR": str(tmp_path / "var")})
    assert result.exit_code == 0, result.output
    assert (tmp_path / "var" / "downloads" / "communes-2026.csv").read_bytes() == COMMUNES


def test_a_wrong_setting_is_named() -> None:
    result = CliRunner().invoke(fetch_command(()), [], env={"DECLIC_PORT": "x"})
    assert result.exit_code == 2
    assert "DECLIC_PORT" in result.output


def test_the_command_is_documented() -> None:
    result = CliRunner().invoke(fetch, ["--help"])
    assert "DECLIC_VAR/downloads" in result.output
    assert "Exit codes" in result.output
