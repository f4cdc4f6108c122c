/**
 * Checks that apply to every request from outside, before a route is chosen. {@code EdgeWebFilter} calls the filters in the
 * order of {@code EdgeFilterOrder}:
 *
 * <ol>
 *   <li>{@code AccessLogFilter}: request id; one log line per request
 *   <li>{@code ClientAddressFilter}: the client's address, behind trusted proxies too
 *   <li>{@code HeaderAllowlistFilter}: removes all other headers
 *   <li>{@code CorsFilter}: CORS headers for allowed origins
 *   <li>{@code RateLimitFilter}: 429 when one address sends too many requests
 *   <li>{@code CrossSiteFilter}: 403 for writes that another site's page causes (CSRF)
 *   <li>{@code CanonicalPathFilter}: 404 for paths that two readers could understand differently
 *   <li>{@code BodyLimitFilter}: 413, 429 or 400 for a body that is too large, exceeds the memory budget, or is too slow
 * </ol>
 *
 * {@code EnvelopeErrorHandler} turns each failure, of the edge or of a route, into the JSON answer.
 */
@NullMarked
package io.passport.gateway.edge;

import org.jspecify.annotations.NullMarked;
