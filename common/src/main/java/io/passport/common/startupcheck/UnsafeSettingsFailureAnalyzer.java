package io.passport.common.startupcheck;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Spring Boot calls it for an {@link UnsafeSettingsException}: prints the findings instead of a stack trace. */
final class UnsafeSettingsFailureAnalyzer extends AbstractFailureAnalyzer<UnsafeSettingsException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnsafeSettingsException cause) {
        return new FailureAnalysis(
                "Not safe to run outside the local profile:\n\n" + cause.getMessage(),
                "Do what each line says; deploy/SETTINGS.md lists the settings.",
                cause);
    }
}
