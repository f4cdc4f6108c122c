/** Checks the files that production is built from: the image, the compose file, the Kubernetes manifests. */
@NullMarked
package io.passport.production;

import org.jspecify.annotations.NullMarked;
