package io.passport.emulators.faults;

import io.passport.emulators.http.Endpoint;
import io.passport.emulators.http.Response;

/** An emulated third party that can be made to fail. */
public interface Provider extends Endpoint {
    /** The name in faults and in the inbox: {@code qiniu}. */
    String name();

    /** Whether a fault for this target hits this provider. A target is a provider's name or a group of providers. */
    default boolean isTarget(String target) {
        return target.equals(name());
    }

    /** The response of this provider when it fails with this HTTP status: its own error body, for {@link FaultKind#STATUS}. */
    Response failure(int status);
}
