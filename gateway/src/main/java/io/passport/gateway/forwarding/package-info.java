/**
 * Forwards a request to an instance of its route's service, and the answer to the client. {@code ForwardingFilter} takes the
 * place of Spring Cloud Gateway's own filters for load balancing, routing, retry and circuit breaker:
 *
 * <ol>
 *   <li>{@code ForwardingFilter}: finds the route's {@code Upstream}; holds the request body
 *   <li>{@code Upstream}: chooses an instance; 503 without one, or while the circuit breaker is open
 *   <li>{@code UpstreamCall}: sends the request, again if that is safe; limits the time
 *   <li>{@code RequestHeaders}: the client's headers, and the signed caller header
 *   <li>{@code Answer}: status, headers and body of the service's answer
 * </ol>
 *
 * {@code NacosInstances} keeps the instances of each {@code Upstream} up to date.
 */
@NullMarked
package io.passport.gateway.forwarding;

import org.jspecify.annotations.NullMarked;
