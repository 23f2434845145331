"""A local France Travail: real sockets, tokens that expire, statuses of the real service.

It refuses what the contract refuses, remembers what it was asked, and misbehaves on demand: a
`Fault` is given out once, for the next request whose path begins with the words it was put under.
A request that breaks the contract is answered as the real service would, and kept in `faults`,
where the tests look for it.
"""

from __future__ import annotations

import json
import re
import secrets
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.live import france_travail_answers as made_up
from tests.live import france_travail_contract as contract

TOKEN_PATH = "/connexion/oauth2/access_token"
SITE_SEARCH_PATH = "/api/v2/search"
CLIENT_ID, CLIENT_SECRET = "PAR_essai", "secret-d-essai"
SCOPES_BY_API = {
    "/partenaire/offresdemploi/": {"api_offresdemploiv2", "o2dsoffre"},
    "/partenaire/labonneboite/": {"api_labonneboitev2", "search", "office"},
    "/partenaire/stats-offres-demandes-emploi/": {
        "api_stats-offres-demandes-emploiv1",
        "offresetdemandesemploi",
    },
    "/partenaire/romeo/": {"api_romeov2"},
    "/partenaire/rome-metiers/": {"api_rome-metiersv1", "nomenclatureRome"},
    "/partenaire/rome-fiches-metiers/": {"api_rome-fiches-metiersv1", "nomenclatureRome"},
}
NO_FIGURE = "[Filtre] Erreur. Status code = 500, message = Le serveur n'a pas pu trouver la liste"


@dataclass(frozen=True)
class Answer:
    """What is sent back. body None = no content."""

    status: int
    body: object = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """What goes wrong once: another answer, a wait before it, or a body cut after some bytes."""

    answer: Answer | None = None
    delay_seconds: float = 0.0
    cut_after: int | None = None


@dataclass(frozen=True)
class Seen:
    """A request as it came in."""

    method: str
    path: str
    query: dict[str, list[str]]
    body: Any
    token: str | None


class FranceTravailServer:
    """Used as a context manager; listens on a free port of loopback."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.faults: list[str] = []
        self.subscribed = set().union(*SCOPES_BY_API.values())
        self.vacancies = made_up.vacancies()
        self.rome_version = {"version": "61", "lastModifiedDate": "2026-09-15T00:00:00Z"}
        self.changed: dict[str, Callable[[Any], Any]] = {}
        self._scopes_by_token: dict[str, set[str]] = {}
        self._next: dict[str, deque[Fault]] = defaultdict(deque)
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = True

    def __enter__(self) -> FranceTravailServer:
        threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def misbehave(self, path: str, *faults: Fault) -> None:
        """The next requests whose path begins with `path` get these, one each."""
        with self._lock:
            self._next[path].extend(faults)

    def forget_tokens(self) -> None:
        """All tokens given so far are refused from now on, as when they have expired."""
        with self._lock:
            self._scopes_by_token.clear()

    def asked(self, path: str) -> list[Seen]:
        """The requests whose path begins with `path`, in order."""
        with self._lock:
            return [one for one in self.seen if one.path.startswith(path)]

    def answer(self, seen: Seen, form: str) -> tuple[Answer, Fault]:
        """The answer to a request, and what goes wrong with it."""
        with self._lock:
            self.seen.append(seen)
            fault = next(
                (q.popleft() for path, q in self._next.items() if q and seen.path.startswith(path)),
                Fault(),
            )
        if fault.answer is not None:
            return fault.answer, fault
        if seen.path == SITE_SEARCH_PATH and seen.token is None:
            answer = self._companies(seen)
        else:
            answer = self._token(seen, form) if seen.path == TOKEN_PATH else self._api(seen)
        change = self.changed.get(seen.path)
        if change is not None and answer.status < 300:
            answer = Answer(answer.status, change(answer.body), answer.headers)
        return answer, fault

    def _token(self, seen: Seen, form: str) -> Answer:
        given = {name: values[0] for name, values in parse_qs(form).items()}
        if seen.query.get("realm") != ["/partenaire"]:
            return self._refused("realm", Answer(400, {"error": "invalid_request"}))
        if seen.method != "POST" or given.get("grant_type") != "client_credentials":
            return self._refused("grant", Answer(400, {"error": "unsupported_grant_type"}))
        if (given.get("client_id"), given.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
            return Answer(400, {"error": "invalid_client"})
        scopes = set(given.get("scope", "").split())
        if not scopes or not scopes <= self.subscribed:
            return Answer(400, {"error": "invalid_scope"})
        token = secrets.token_urlsafe(12)
        with self._lock:
            self._scopes_by_token[token] = scopes
        told = {"scope": " ".join(sorted(scopes)), "expires_in": 1499, "token_type": "Bearer"}
        return Answer(200, {**told, "access_token": token})

    def _api(self, seen: Seen) -> Answer:
        needed = next((s for path, s in SCOPES_BY_API.items() if seen.path.startswith(path)), None)
        if needed is None:
            return self._refused(f"no such path: {seen.path}", Answer(404))
        with self._lock:
            scopes = self._scopes_by_token.get(seen.token or "")
        if scopes is None:
            return Answer(401, None, {"WWW-Authenticate": "Bearer"})
        if not needed <= scopes:
            return self._refused(f"scopes {scopes}", Answer(403, {"message": "Invalid scope"}))
        for method, pattern, answering in ROUTES:
            found = re.fullmatch(pattern, seen.path)
            if found and method == seen.method:
                return answering(self, seen, *found.groups())
        return self._refused(f"no such path: {seen.method} {seen.path}", Answer(404))

    def _refused(self, fault: str, answer: Answer) -> Answer:
        with self._lock:
            self.faults.append(fault)
        return answer

    def _bad(self, faults: list[str], status: int = 400) -> Answer:
        for fault in faults:
            self._refused(fault, Answer(status))
        return Answer(status, {"codeErreur": "E_PARAM", "message": f"Incorrect : {faults[0]}"})

    def _search(self, seen: Seen) -> Answer:
        faults = contract.search_faults(seen.query)
        if faults:
            return self._bad(faults)
        asked = {name: values[0] for name, values in seen.query.items()}
        found = self._found(asked)
        first, last = map(int, asked.get("range", "0-149").split("-"))
        page = found[first : last + 1]
        if not page:
            return Answer(204, None, {"Content-Range": f"*/{len(found)}"})
        body = {"resultats": page, "filtresPossibles": []}
        status = 200 if len(page) == len(found) else 206
        self.faults.extend(contract.official_answer_faults("/v2/offres/search", status, body))
        told = f"offres {first}-{first + len(page) - 1}/{len(found)}"
        return Answer(status, body, {"Content-Range": told})

    def _found(self, asked: dict[str, str]) -> list[dict[str, Any]]:
        codes = asked["codeROME"].split(",")
        communes = asked["commune"].split(",") if "commune" in asked else None
        found = [
            row
            for row in self.vacancies
            if row["romeCode"] in codes
            and (communes is None or made_up.near(communes, float(asked["distance"]), row))
        ]
        newest_first = asked.get("sort") == "1"
        return sorted(found, key=lambda row: row["dateCreation"], reverse=newest_first)

    def _one(self, seen: Seen, vacancy_id: str) -> Answer:
        found = next((row for row in self.vacancies if row["id"] == vacancy_id), None)
        return Answer(204) if found is None else Answer(200, found)

    def _companies(self, seen: Seen) -> Answer:
        faults = contract.company_faults(seen.query)
        if faults:
            return self._bad(faults, 422)
        asked = {name: values[0] for name, values in seen.query.items()}
        if asked["rome"] != made_up.BAKER:
            return Answer(200, {"hits": 0, "items": [], "params": asked})
        latitude, longitude = float(asked["latitude"]), float(asked["longitude"])
        _, _, there_latitude, there_longitude = made_up.CENTRES["38185"]
        away = made_up.kilometres(latitude, longitude, there_latitude, there_longitude)
        if away > float(asked.get("distance", "10")):
            return Answer(204)
        rows = list(made_up.companies())
        count = int(asked.get("page_size", "10"))
        start = (int(asked.get("page", "1")) - 1) * count
        return Answer(200, {"hits": len(rows), "items": rows[start : start + count]})

    def _tension(self, seen: Seen) -> Answer:
        faults = contract.indicator_faults(seen.body)
        if faults:
            return self._bad(faults)
        found = made_up.figures().get((seen.body["codeActivite"], seen.body["codeTerritoire"]))
        return (
            Answer(500, {"message": NO_FIGURE, "codeHttp": 500})
            if found is None
            else Answer(200, found)
        )

    def _predictions(self, seen: Seen) -> Answer:
        faults = contract.prediction_faults(seen.body)
        if faults:
            return self._bad(faults)
        count = seen.body["options"].get("nbResultats", 5)
        return Answer(
            200,
            [
                {**one, "metiersRome": made_up.predictions(one["intitule"])[:count]}
                for one in seen.body["appellations"]
            ],
        )

    def _rome(self, seen: Seen, rome_code: str) -> Answer:
        row = made_up.rome_sheet() if "fiche" in seen.path else made_up.rome_job()
        return Answer(200, row) if rome_code == row["code"] else Answer(404)

    def _version(self, seen: Seen) -> Answer:
        return Answer(200, self.rome_version)


OFFERS, STATS = "/partenaire/offresdemploi/v2/offres", "/partenaire/stats-offres-demandes-emploi/v1"
ROUTES: tuple[tuple[str, str, Callable[..., Answer]], ...] = (
    ("GET", f"{OFFERS}/search", FranceTravailServer._search),
    ("GET", rf"{OFFERS}/(\w+)", FranceTravailServer._one),
    ("GET", "/partenaire/labonneboite/v2/recherche", FranceTravailServer._companies),
    ("POST", f"{STATS}/indicateur/stat-perspective-employeur", FranceTravailServer._tension),
    ("POST", "/partenaire/romeo/v2/predictionMetiers", FranceTravailServer._predictions),
    ("GET", "/partenaire/rome-metiers/v1/metiers/version", FranceTravailServer._version),
    ("GET", r"/partenaire/rome-metiers/v1/metiers/metier/(\w+)", FranceTravailServer._rome),
    (
        "GET",
        r"/partenaire/rome-fiches-metiers/v1/fiches-rome/fiche-metier/(\w+)",
        FranceTravailServer._rome,
    ),
)


def _handler(server: FranceTravailServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # noqa: N802 (the name http.server calls)
            self._serve()

        def do_POST(self) -> None:  # noqa: N802
            self._serve()

        def log_message(self, *_: object) -> None:
            pass

        def _serve(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            is_json = "json" in self.headers.get("Content-Type", "")
            kind, _, token = self.headers.get("Authorization", "").partition(" ")
            url = urlsplit(self.path)
            seen = Seen(
                method=self.command,
                path=url.path,
                query=parse_qs(url.query, keep_blank_values=True),
                body=json.loads(raw) if is_json else None,
                token=token if kind == "Bearer" else None,
            )
            self._send(*server.answer(seen, raw))

        def _send(self, answer: Answer, fault: Fault) -> None:
            if fault.delay_seconds:
                time.sleep(fault.delay_seconds)
            body = answer.body if isinstance(answer.body, bytes) else b""
            if answer.body is not None and not body:
                body = json.dumps(answer.body, ensure_ascii=False).encode()
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if answer.status != 204:
                self.send_header("Content-Type", "application/json;charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            try:
                self.wfile.write(body[: fault.cut_after])
            except (BrokenPipeError, ConnectionResetError):
                # The client has stopped waiting, which is what a slow answer is for.
                self.close_connection = True
            if fault.cut_after is not None:
                self.close_connection = True

    return Handler
