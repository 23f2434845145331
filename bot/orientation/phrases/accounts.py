"""What the console says of accounts, and what each act of its access log is called."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

ACCOUNTS: Mapping[str, P] = {
    "closed": P("Le compte {name} est fermé."),
    "roles": P("{name} : les rôles sont à jour."),
    "reference": P("Le champ «\u00a0référence\u00a0» est réglé."),
    "basins": P("Les bassins sont à jour."),
    "password": P("Votre mot de passe est changé."),
    # The access log
    "act.entered": P("entrée"),
    "act.left": P("sortie"),
    "act.password": P("mot de passe changé"),
    "act.account_added": P("compte ouvert"),
    "act.account_reset": P("nouveau mot de passe donné"),
    "act.account_closed": P("compte fermé"),
    "act.roles": P("changement de rôles"),
    "act.reference_on": P("champ «\u00a0référence\u00a0» montré"),
    "act.reference_off": P("champ «\u00a0référence\u00a0» caché et effacé"),
    "act.basins": P("changement de bassins"),
    "act.read": P("conversation lue"),
    "act.trial_read": P("conversation d'un essai lue"),
    "act.started": P("entretien commencé"),
    "act.asked": P("entretien demandé"),
    "act.record_asked": P("copie demandée"),
    "act.ended": P("entretien terminé"),
    "act.ended_by_person": P("entretien refusé ou terminé par la personne"),
    "act.offer_published": P("aide mise en ligne"),
    "act.offer_reports_closed": P("messages fermés sur une aide"),
    "act.offers_downloaded": P("copie des fichiers d'aides"),
    "act.pack_imported": P("mallette de territoire reçue"),
    "act.pack_removed": P("mallette de territoire retirée"),
    "act.pack_exported": P("mallette de territoire donnée"),
    "act.pack_used": P("images ou jeu d'une mallette choisis"),
    "act.pack_key_made": P("clé des mallettes créée"),
    "act.pack_key_trusted": P("clé d'une autre région acceptée"),
    "act.pack_key_forgotten": P("clé d'une autre région retirée"),
    "act.other": P("autre action"),
    "way.password": P("par mot de passe"),
    "way.provider": P("par le fournisseur"),
}
