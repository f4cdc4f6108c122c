package io.passport.emulators.faults;

import io.passport.emulators.http.Endpoint;
import io.passport.emulators.http.Response;

/** An emulated third party that can be made to fail. */
public interface Provider extends Endpoint {

    /** The name by which faults apply it. */
    Target target();

    /** What this provider would answer with such a status when it is out of order. */
    Response failure(int status);
}
