package io.passport.user.realname;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@code real_name}: personal values encrypted, time in UTC. MyBatis-Plus reads and writes its fields. */
@TableName("real_name")
class RealNameRow {

    @TableId(type = IdType.INPUT)
    @Nullable
    Long accountId;

    @Nullable
    String realName;

    @Nullable
    String idCard;

    byte @Nullable [] idCardIndex;

    @Nullable
    LocalDateTime verifiedAt;
}
