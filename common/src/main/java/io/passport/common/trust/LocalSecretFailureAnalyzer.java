package io.passport.common.trust;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which settings to change, instead of a stack trace. */
final class LocalSecretFailureAnalyzer extends AbstractFailureAnalyzer<LocalSecretException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, LocalSecretException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Set each of them to a secret of your own, of at least 32 characters.", cause);
    }
}
