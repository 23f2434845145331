"""What the API answers when it cannot do what was asked: a code, and one or two kind sentences."""

from __future__ import annotations

from starlette.responses import JSONResponse

PAUSE = "Le service fait une pause\u00a0: renvoyez votre message dans un instant, rien n’est perdu."
TOO_LONG = "Votre message est trop long. Écrivez 2\u00a0000 caractères au plus à la fois."
MESSAGES = {
    "bad_json": (400, "La demande est illisible. Rechargez la page, puis réessayez."),
    "unknown_choice": (400, "Cette réponse n’existe pas ici. Choisissez parmi celles affichées."),
    "unknown_session": (401, "Cette conversation n’existe plus. Commencez-en une autre."),
    "not_found": (404, "Cette page n’existe pas. L’accueil est à l’adresse «\u00a0/\u00a0»."),
    "unknown_message": (404, "Ce message ne nous est pas parvenu. Écrivez-le de nouveau."),
    "wrong_method": (405, "Cette action n’est pas possible ici. Revenez à l’accueil."),
    "stale_choice": (
        409,
        "Cette réponse concernait une question passée. Choisissez parmi les dernières affichées.",
    ),
    "busy": (409, "Votre message précédent est en cours. Réessayez dans un instant."),
    "body_too_large": (413, TOO_LONG),
    "wrong_body": (422, "La demande est incomplète. Rechargez la page, puis réessayez."),
    "text_empty": (422, "Votre message est vide. Écrivez quelques mots, puis envoyez."),
    "text_too_long": (422, TOO_LONG),
    "too_many": (429, "Vous allez très vite. Attendez un instant, puis réessayez."),
    "failed": (500, "Un problème est survenu chez nous. Réessayez dans un instant."),
    "refused": (502, "Un problème est survenu chez nous. Posez la question autrement."),
    "cannot_open": (503, "La conversation ne peut pas s’ouvrir. Réessayez dans un instant."),
    "cannot_erase": (503, "Vos données ne sont pas encore effacées. Réessayez dans un instant."),
    "bot_away": (503, PAUSE),
    "storage_away": (503, PAUSE),
}


class ApiError(Exception):
    """A refusal: `code` is a key of MESSAGES, which gives its HTTP status and its French words."""

    def __init__(self, code: str, retry_after_seconds: int | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.status, self.message = MESSAGES[code]
        self.retry_after_seconds = retry_after_seconds

    def response(self) -> JSONResponse:
        wait = self.retry_after_seconds
        headers = {"Retry-After": str(wait)} if wait else None
        return JSONResponse({"error": self.code, "message": self.message}, self.status, headers)
