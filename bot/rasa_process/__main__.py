"""`python -m bot.rasa_process`: the Rasa server of Déclic, on loopback, with the actions inside.

The same as `rasa run`, except for the action endpoint (in this process, unless DECLIC_ACTIONS_URL
names a server), the lock store (Redis when DECLIC_REDIS_URL is given) and the model (the one that
matches the sources).
"""

from __future__ import annotations

import sys

import rasa.core.run

from bot import wiring
from bot.logs import write_events
from bot.rasa_process import patches
from bot.rasa_process.actions_endpoint import InProcessEndpoint
from bot.rasa_process.endpoints import endpoints
from bot.rasa_process.local_agent import NoModel, log_no_text, trained_model
from bot.settings import ROOT, Settings


def main() -> None:
    settings = Settings.from_environment()
    try:
        model = trained_model(settings)
    except NoModel as error:
        sys.exit(str(error))
    log_no_text()
    write_events(settings.has_json_logs)
    patches.apply()
    wiring.offers()
    if settings.actions_url is None:
        wiring.understanding()
        wiring.deck()
        wiring.story()
        wiring.follow_catalogue()
    connected = endpoints(settings)
    try:
        rasa.core.run.serve_application(
            model_path=str(model),
            interface=settings.rasa_host,
            port=settings.rasa_port,
            credentials=str(ROOT / "credentials.yml"),
            enable_api=False,
            endpoints=connected,
        )
    finally:
        if isinstance(connected.action, InProcessEndpoint):
            connected.action.close()


if __name__ == "__main__":
    main()
