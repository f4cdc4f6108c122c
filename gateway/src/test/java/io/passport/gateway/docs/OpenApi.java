package io.passport.gateway.docs;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code openapi.json} has in common with {@code API.md}. */
final class OpenApi {

    private static final String PREFIX = "/api/v1.0";

    private final JsonNode document;

    OpenApi(String json) {
        this.document = new JsonMapper().readTree(json);
    }

    List<ApiDocument.Operation> operations() {
        return requests()
                .map(request -> new ApiDocument.Operation(
                        request.name(),
                        !request.operation().get("security").isEmpty(),
                        request.isPicture()
                                ? ""
                                : request.ok().get("description").asString()))
                .toList();
    }

    List<ApiDocument.Failure> failures() {
        return requests()
                .flatMap(request -> request.ok()
                        .at("/content/application~1json/examples")
                        .valueStream()
                        .map(example -> example.get("value"))
                        .map(body -> new ApiDocument.Failure(
                                request.name(),
                                body.get("errno").asString(),
                                body.get("errmsg").asString())))
                .toList();
    }

    /** The codes in an operation's {@code x-errno}. */
    List<String> codes(String request) {
        return requests()
                .filter(candidate -> candidate.name().equals(request))
                .flatMap(candidate -> candidate.operation().get("x-errno").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private Stream<Request> requests() {
        return document.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> new Request(
                                method.getKey().toUpperCase(Locale.ROOT) + " "
                                        + path.getKey().substring(PREFIX.length()),
                                method.getValue())));
    }

    private record Request(String name, JsonNode operation) {

        JsonNode ok() {
            return operation.at("/responses/200");
        }

        boolean isPicture() {
            return ok().get("content").has("image/jpg");
        }
    }
}
