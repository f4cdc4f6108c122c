/**
 * The gateway: the only process that clients reach. A request passes these steps, in this order:
 *
 * <ol>
 *   <li>{@code edge}: access log, client address, header allow-list, CORS, CSRF check, path check, rate limit, body limits;
 *       with the rate limit's command it sends that of the session lookup
 *   <li>Spring Cloud Gateway finds the route ({@code application.yml}); without a route the answer is 404
 *   <li>{@code session}: waits for the session of the request's cookie; rejects a request of a page that shows another user
 *   <li>{@code forwarding}: sends the request to an instance of the service, with the signed caller header; circuit breaker,
 *       retry, timeouts; passes the answer on
 * </ol>
 *
 * Threads: an event loop of the server runs {@code edge}. Lettuce's event loop continues a request that waited for Redis: it
 * finds the route and the instance. An event loop of the HTTP client writes the request and handles the answer. Nothing may
 * block any of them.
 *
 * <p>{@code edge} turns each failure into the JSON answer. {@code redis} is the connection that {@code edge} and {@code session}
 * share. {@code pages} exists only in the local profile. A package uses only these: {@code session} uses {@code redis}; {@code
 * edge} uses {@code session} and {@code redis}; {@code forwarding} uses {@code edge} and {@code session}. {@code
 * ArchitectureTests} checks this.
 */
@NullMarked
package io.passport.gateway;

import org.jspecify.annotations.NullMarked;
