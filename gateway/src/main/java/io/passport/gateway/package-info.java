/**
 * The gateway: the only process that clients reach. A request passes these steps, in this order:
 *
 * <ol>
 *   <li>{@code edge}: access log, client address, header allow-list, CORS, rate limit, CSRF check, path check, body limits
 *   <li>Spring Cloud Gateway finds the route ({@code application.yml}); without a route the answer is 404
 *   <li>{@code session}: reads the session of the request's cookie from Redis
 *   <li>Spring Cloud Gateway applies retry and circuit breaker, and chooses an instance of the service
 *   <li>{@code signing}: adds the signed caller header and removes the cookies
 * </ol>
 *
 * Each step may fail with an {@link io.passport.gateway.edge.EdgeException}, which {@code edge} turns into the JSON answer.
 * {@code pages} exists only in the local profile. {@code signing} may use {@code session} and {@code edge};
 * {@code session} may use {@code edge}; the others use no package of the gateway. {@code ArchitectureTests} checks this.
 */
@NullMarked
package io.passport.gateway;

import org.jspecify.annotations.NullMarked;
