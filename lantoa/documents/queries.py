"""Papers of the register, as far as a post may see them."""

from __future__ import annotations

import uuid

from django.db.models import Q, QuerySet

from lantoa.agencies.models import Holding, Role
from lantoa.documents.models import Document


def documents_for(holding: Holding) -> QuerySet[Document]:
    """The register: all of it for coordinators and leaders; what their agency issued or received, and what is cited,
    for reporters; nothing for administrators.
    """
    register = Document.objects.filter(tenant_id=holding.tenant_id).select_related("issuer", "file")
    if holding.is_in(Role.COORDINATOR, Role.LEADER):
        return register
    if holding.is_in(Role.REPORTER):
        agency = holding.post.agency_id
        own = Q(issuer=agency) | Q(recipients__agency=agency, way=Document.Way.OUTGOING)
        return register.filter(own | Q(way=Document.Way.CITED)).distinct()
    return register.none()


def document_for(holding: Holding, id: uuid.UUID | str) -> Document:
    """One paper of the register that this post may see; Document.DoesNotExist for any other."""
    return documents_for(holding).get(pk=id)
