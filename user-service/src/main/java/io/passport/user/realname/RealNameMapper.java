package io.passport.user.realname;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** The statements of {@link VerifiedIdentities}; they throw {@code DataAccessException} when the database is unavailable. */
@Mapper
interface RealNameMapper extends BaseMapper<RealNameRow> {

    @Select("SELECT COUNT(*) FROM real_name WHERE id_card_index = #{index}")
    boolean isTaken(@Param("index") byte[] index);
}
