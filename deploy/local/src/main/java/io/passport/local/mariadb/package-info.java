/** A real MariaDB with Passport's database and user, kept across restarts. */
@NullMarked
package io.passport.local.mariadb;

import org.jspecify.annotations.NullMarked;
