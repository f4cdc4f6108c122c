package io.passport.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.passport.PassportTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Each row of the API's table of failures happens through the gateway, with the errno and errmsg of the table. */
@PassportTest
@ResourceLock(value = LaunchedPassport.LOCKS_OF_NUMBERS, mode = ResourceAccessMode.READ)
class DocumentedFailuresIT {

    private final FailureScenarios scenarios;

    DocumentedFailuresIT(LaunchedPassport passport) {
        this.scenarios = FailureScenarios.of(passport);
    }

    @Test
    void documentWhenComparedWithTheScenariosThenEachFailureHasOne() {
        assertThat(scenarios.failures())
                .hasSizeGreaterThan(70)
                .containsExactlyInAnyOrderElementsOf(DocumentedFailure.all());
    }

    @TestFactory
    Stream<DynamicTest> requestWhenItFailsAsDocumentedThenErrnoAndErrmsgAreTheDocuments() {
        return DocumentedFailure.all().stream()
                .distinct()
                .map(failure -> DynamicTest.dynamicTest(
                        failure.toString(),
                        () -> assertThat(scenarios.run(failure)).isNotEmpty().allSatisfy(failure::matches)));
    }
}
