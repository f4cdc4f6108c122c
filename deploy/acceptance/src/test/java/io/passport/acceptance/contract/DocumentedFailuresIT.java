package io.passport.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Each failure in {@code gateway/API.md} happens through the gateway, with the errno and errmsg written there. */
@PassportTest
@ResourceLock(value = PassportTest.LOCKS_OF_NUMBERS, mode = ResourceAccessMode.READ)
class DocumentedFailuresIT {

    private final FailureScenarios scenarios;

    DocumentedFailuresIT(LaunchedPassport passport) {
        this.scenarios = FailureScenarios.of(passport);
    }

    @Test
    void documentWhenComparedWithTheScenariosThenEachFailureHasOne() {
        assertThat(DocumentedFailure.table()).hasSizeGreaterThan(120).containsAll(DocumentedFailure.onlyUnderLoad());
        assertThat(scenarios.failures()).containsExactlyInAnyOrderElementsOf(DocumentedFailure.all());
    }

    @TestFactory
    Stream<DynamicTest> requestWhenItFailsAsDocumentedThenErrnoAndErrmsgAreTheDocuments() {
        return DocumentedFailure.all().stream()
                .map(failure -> DynamicTest.dynamicTest(
                        failure.toString(),
                        () -> assertThat(scenarios.run(failure)).isNotEmpty().allSatisfy(failure::matches)));
    }
}
