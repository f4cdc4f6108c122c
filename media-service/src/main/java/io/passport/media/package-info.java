/** Pictures: checks, cleans and stores avatars, and tells user-service where they lie. */
@NullMarked
package io.passport.media;

import org.jspecify.annotations.NullMarked;
