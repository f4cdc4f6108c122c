package io.passport.emulators.faults;

import io.passport.emulators.http.Endpoint;
import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /faults}: {@code POST} adds a {@link FaultDefinition}, {@code GET} lists them, {@code DELETE} ends all.
 * A wrong definition gets 400 with the reason, the 101st fault 409. Only for tests and developers on this machine.
 */
public final class FaultsEndpoint implements Endpoint {
    // a misspelt property must not create a fault that never ends
    private static final ObjectReader STRICT = JsonMapper.shared()
            .readerFor(FaultDefinition.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);

    private final Faults faults;
    private final List<? extends Provider> providers;

    /** Controls these faults, for these providers. */
    public FaultsEndpoint(Faults faults, List<? extends Provider> providers) {
        this.faults = faults;
        this.providers = List.copyOf(providers);
    }

    @Override
    public boolean accepts(Request request) {
        return request.path().equals("/faults");
    }

    @Override
    public Response answer(Request request) {
        return switch (request.method()) {
            case "GET" -> Response.json(200, faults.list());
            case "POST" -> add(request);
            case "DELETE" -> {
                faults.clear();
                yield Response.json(200, faults.list());
            }
            default ->
                error(405, "POST adds a fault, GET lists, DELETE ends all").with("Allow", "GET, POST, DELETE");
        };
    }

    private Response add(Request request) {
        try {
            FaultDefinition definition = STRICT.readValue(request.body());
            if (definition == null) {
                return error(400, "not a fault: null");
            }
            if (providers.stream().noneMatch(provider -> provider.isTarget(definition.provider()))) {
                return error(400, "unknown provider: " + definition.provider());
            }
            return faults.add(definition)
                    ? Response.json(200, definition)
                    : error(409, "too many faults: end them first");
        } catch (JacksonException e) {
            String rule = e.getCause() instanceof IllegalArgumentException broken ? broken.getMessage() : null;
            return error(400, rule == null ? "not a fault: " + e.getOriginalMessage() : rule);
        }
    }

    private static Response error(int status, String message) {
        return Response.json(status, Map.of("error", message));
    }
}
