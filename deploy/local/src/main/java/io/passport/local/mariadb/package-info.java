/** A MariaDB with Passport's databases and users, which keeps its data across restarts. */
@NullMarked
package io.passport.local.mariadb;

import org.jspecify.annotations.NullMarked;
