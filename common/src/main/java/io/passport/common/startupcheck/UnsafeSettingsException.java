package io.passport.common.startupcheck;

import java.util.List;
import java.util.stream.Collectors;

/** Settings are not safe for production. The message has a line for each finding. */
final class UnsafeSettingsException extends RuntimeException {

    UnsafeSettingsException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
    }
}
