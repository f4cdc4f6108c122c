package io.passport.emulators.http;

import java.util.List;
import java.util.Map;

/** Passes a request to the first endpoint that accepts it; otherwise responds 404. Safe for concurrent use. */
final class EndpointRouter {

    private final List<Endpoint> endpoints;

    EndpointRouter(List<Endpoint> endpoints) {
        this.endpoints = List.copyOf(endpoints);
    }

    Outcome answer(Request request) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.accepts(request))
                .findFirst()
                .map(endpoint -> endpoint.answer(request))
                .orElseGet(() -> Response.json(404, Map.of("error", "no emulator answers this request")));
    }
}
