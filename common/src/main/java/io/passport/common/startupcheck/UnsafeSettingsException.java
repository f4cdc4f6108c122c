package io.passport.common.startupcheck;

import java.util.List;
import java.util.stream.Collectors;

/** A service would have started with settings that are not fit for production. The message is a line for each. */
final class UnsafeSettingsException extends RuntimeException {

    UnsafeSettingsException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
    }
}
