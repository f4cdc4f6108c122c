/** Media service: checks, cleans and stores avatars, and saves their URLs in user-service. */
@NullMarked
package io.passport.media;

import org.jspecify.annotations.NullMarked;
