package io.passport.acceptance.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTests {

    @Test
    void mergeWhenPathsDifferThenAllAreThereSortedByName() {
        String merged = OpenApiDocument.merge(List.of(
                "{\"paths\":{\"/b\":{}},\"components\":{\"schemas\":{\"B\":{},\"A\":{}}}}",
                "{\"paths\":{\"/a\":{}},\"components\":{\"schemas\":{\"A\":{}}}}"));
        assertThat(merged.replaceAll("\\s", ""))
                .isEqualTo("{\"paths\":{\"/a\":{},\"/b\":{}},\"components\":{\"schemas\":{\"A\":{},\"B\":{}}}}");
    }

    @Test
    void mergeWhenTwoDescribeOneNameDifferentlyThenItFails() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenApiDocument.merge(List.of(
                        "{\"paths\":{},\"components\":{\"schemas\":{\"A\":{\"type\":\"string\"}}}}",
                        "{\"paths\":{},\"components\":{\"schemas\":{\"A\":{\"type\":\"object\"}}}}")))
                .withMessageContaining("type");
    }
}
