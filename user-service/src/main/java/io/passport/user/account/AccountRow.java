package io.passport.user.account;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code account}: personal values encrypted, times in UTC. MyBatis-Plus reads and writes its fields. The class is
 * public because MyBatis would otherwise create each object only after an exception.
 */
@TableName("account")
public class AccountRow {

    @TableId(type = IdType.AUTO)
    @Nullable
    Long id;

    @Nullable
    String mobile;

    byte @Nullable [] mobileIndex;

    @Nullable
    String passwordHash;

    @Nullable
    String name;

    @Nullable
    String nameKey;

    @Nullable
    String avatarUrl;

    @Nullable
    LocalDateTime createdAt;

    @Nullable
    LocalDateTime signedInAt;

    int credentialVersion;
}
