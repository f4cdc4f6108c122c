/**
 * Checks that apply to every request from outside, before a route is chosen. {@code EdgeWebFilter} calls these; the rate limit counts
 * rejected requests too, and its 429 comes before another rejection:
 *
 * <ol>
 *   <li>{@code AccessLog}: request id; one log line per request
 *   <li>{@code ClientAddress}: the client's address, behind trusted proxies too
 *   <li>{@code HeaderAllowlist}: removes all other headers
 *   <li>{@code AllowedOrigins}: CORS headers for allowed origins
 *   <li>{@code CrossSiteCheck}: finds writes that another site's page causes (CSRF), and prefetched SMS codes, for 403
 *   <li>{@code CanonicalPathCheck}: finds paths that two readers could understand differently, for 404
 *   <li>{@code RateLimit}: 429 when one address sends too many requests
 *   <li>{@code BodyLimit}: 413, 429 or 400 for a body that is too large, exceeds the memory budget, or is too slow
 * </ol>
 *
 * {@code TypedMobileCustomizer} runs before them and repairs the path of a request for an SMS code.
 * {@code EnvelopeErrorHandler} turns each failure, of the edge or of a route, into the JSON answer.
 */
@NullMarked
package io.passport.gateway.edge;

import org.jspecify.annotations.NullMarked;
