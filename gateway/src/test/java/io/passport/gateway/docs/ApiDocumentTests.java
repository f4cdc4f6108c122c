package io.passport.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.common.api.ErrorCode;
import io.passport.gateway.docs.ApiDocument.Failure;
import io.passport.gateway.docs.ApiDocument.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code API.md} and {@code openapi.json} say the same. */
class ApiDocumentTests {

    /** The texts for values that break their rule are in {@code API.md} only. */
    private static final String VALUE_RULE = "4103";

    private final ApiDocument api = new ApiDocument(Files.readString(Path.of("API.md")));
    private final OpenApi openApi = new OpenApi(Files.readString(Path.of("openapi.json")));

    ApiDocumentTests() throws IOException {}

    @Test
    void readWhenComparedWithOpenApiThenTheOperationsAreTheSame() {
        assertThat(api.operations()).hasSizeGreaterThan(15).containsExactlyInAnyOrderElementsOf(openApi.operations());
    }

    @Test
    void readWhenComparedWithOpenApiThenTheFailuresAreTheSame() {
        for (Operation operation : api.operations()) {
            List<Failure> written = of(operation, api.failures());
            List<Failure> described = of(operation, openApi.failures());
            assertThat(described)
                    .as("failures of %s in openapi.json, which API.md does not list", operation.request())
                    .isSubsetOf(written);
            assertThat(written.stream().filter(described::contains))
                    .as("failures of %s in API.md, in the order of openapi.json", operation.request())
                    .containsExactlyElementsOf(described);
            assertThat(written)
                    .as("failures of %s in API.md, which openapi.json does not list", operation.request())
                    .allMatch(failure -> failure.errno().equals(VALUE_RULE) || described.contains(failure));
            assertThat(openApi.codes(operation.request()))
                    .as("x-errno of %s", operation.request())
                    .containsExactlyElementsOf(
                            described.stream().map(Failure::errno).distinct().toList());
        }
    }

    @Test
    void readWhenFailuresAreListedThenEachIsOfAnOperation() {
        assertThat(api.failures())
                .hasSizeGreaterThan(100)
                .extracting(Failure::request)
                .isSubsetOf(api.operations().stream().map(Operation::request).toList());
    }

    @Test
    void readWhenComparedWithTheCodesThenTheTableIsTheirs() {
        assertThat(api.table("Error codes"))
                .containsExactlyElementsOf(Arrays.stream(ErrorCode.values())
                        .map(code -> List.of(code.errno(), code.name(), code.text()))
                        .toList());
    }

    private static List<Failure> of(Operation operation, List<Failure> failures) {
        return failures.stream()
                .filter(failure -> failure.request().equals(operation.request()))
                .toList();
    }
}
