"""Prints [{id, operations}] of every service as JSON: the models that all of AWS's SDKs are made from."""

import json
import sys

from botocore.session import get_session

loader = get_session().get_component("data_loader")
services = []
for name in loader.list_available_services("service-2"):
    model = loader.load_service_model(name, "service-2")
    services.append({"id": model["metadata"]["serviceId"], "operations": sorted(model["operations"])})
json.dump(services, sys.stdout)
