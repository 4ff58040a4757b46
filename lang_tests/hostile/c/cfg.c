/* `cfg` and `cfg_attr` in every place: what is left out moves nothing. */
#include "hostile.h"
#include "interop_test.h"

#include <string.h>

TEST(cfg_fields_and_parameters_that_are_not_there_move_no_other) {
    hostile_CfgFields fields = {1, 2, 3};
    CHECK_EQ(hostile_cfg_fields(fields).value, 321u);
    hostile_CfgTuple tuple = {4, 5};
    CHECK_EQ(hostile_cfg_tuple(tuple, "abc", 3).value, 57u);
}

TEST(cfg_tags_are_those_of_the_variants_that_are_there) {
    hostile_CfgShape shape;
    memset(&shape, 0, sizeof shape);
    shape.tag = HOSTILE_CFG_SHAPE_FLAG;
    shape.payload.flag.value = true;
    CHECK_EQ(hostile_cfg_shape(shape).value, 1001u);
    shape.tag = HOSTILE_CFG_SHAPE_SIDES;
    shape.payload.sides.a = 7;
    shape.payload.sides.b = 300;
    CHECK_EQ(hostile_cfg_shape(shape).value, 2307u);
    shape.tag = HOSTILE_CFG_SHAPE_PAIR;
    shape.payload.pair.field0 = 8;
    shape.payload.pair.field1 = 70000;
    CHECK_EQ(hostile_cfg_shape(shape).value, 73008u);
    shape.tag = 4;
    CHECK_EQ(hostile_cfg_shape(shape).status, HOSTILE_STATUS_INVALID);
}

TEST(cfg_a_number_has_the_values_that_are_there) {
    hostile_CfgUnion of;
    of.large = 0;
    CHECK_EQ(hostile_cfg_number(HOSTILE_CFG_NUMBER_ONE, of), HOSTILE_CFG_NUMBER_ONE);
    of.large = 0x10000;
    CHECK_EQ(hostile_cfg_number(HOSTILE_CFG_NUMBER_ONE, of), HOSTILE_CFG_NUMBER_FOUR);
    CHECK_EQ(sizeof of, 4u);
}

static uint32_t on_progress(uint32_t done, double ratio) { return done * 100 + (uint32_t)(ratio * 10); }

TEST(cfg_a_callback_gets_what_is_there) { CHECK_EQ(hostile_cfg_progress(on_progress).value, 305u); }

TEST(cfg_a_constructor_by_cfg_attr_makes_objects) {
    hostile_CfgService *service = hostile_cfg_service_new(40).value;
    hostile_Option_u32 two = {2, true};
    CHECK_EQ(hostile_cfg_service_add(service, two).value, 42u);
    hostile_cfg_service_destroy(service);
}

TEST(cfg_constants_have_their_names_and_values) {
    CHECK_EQ(HOSTILE_CFG_FIELDS_FIRST, 7);
    CHECK(HOSTILE_CFG_CALLED[0] == 1 && HOSTILE_CFG_CALLED[1] == 2);
}
