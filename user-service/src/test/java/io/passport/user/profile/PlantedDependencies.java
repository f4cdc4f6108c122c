package io.passport.user.profile;

import io.passport.user.sessions.SessionRenewal;
import io.passport.user.sessions.SignIn;
import java.util.Random;
import org.apache.ibatis.session.SqlSession;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Breaks rules of {@code ArchitectureTests}: this feature may use none of these. */
record PlantedDependencies(
        SignIn signIn, SessionRenewal renewal, StringRedisTemplate redis, SqlSession database, Random random) {}
