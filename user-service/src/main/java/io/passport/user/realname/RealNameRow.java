package io.passport.user.realname;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code real_name}: personal values encrypted, time in UTC. MyBatis-Plus reads and writes its fields. The class is
 * public because MyBatis would otherwise create each object only after an exception.
 */
@TableName("real_name")
public class RealNameRow {

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
