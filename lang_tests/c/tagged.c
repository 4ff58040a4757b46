/* Enums with data: a tag, and what there is with each of its values. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#include <float.h>

static const reference_project_Shape NOTHING = {.tag = REFERENCE_PROJECT_SHAPE_NOTHING};
static const reference_project_Shape CIRCLE = {.tag = REFERENCE_PROJECT_SHAPE_CIRCLE, .payload = {.circle = {.radius = -1e300}}};
static const reference_project_Shape RECTANGLE = {.tag = REFERENCE_PROJECT_SHAPE_RECTANGLE, .payload = {.rectangle = {.width = 3, .height = -0.0f}}};
static const reference_project_Shape PIN = {.tag = REFERENCE_PROJECT_SHAPE_PIN, .payload = {.pin = {{5, -2}, REFERENCE_PROJECT_MARKER_HIDDEN, REFERENCE_PROJECT_LEVEL_LOWEST}}};
static const reference_project_Shape SQUARE = {.tag = REFERENCE_PROJECT_SHAPE_SQUARE, .payload = {.square = {FLT_MIN}}};

static uint64_t digest(const reference_project_Shape *shape) {
    switch (shape->tag) {
    case REFERENCE_PROJECT_SHAPE_CIRCLE:
        return DIGEST(1, D(shape->payload.circle.radius));
    case REFERENCE_PROJECT_SHAPE_RECTANGLE:
        return DIGEST(2, F(shape->payload.rectangle.width), F(shape->payload.rectangle.height));
    case REFERENCE_PROJECT_SHAPE_PIN:
        return DIGEST(3, F(shape->payload.pin.field0.x), F(shape->payload.pin.field0.y), N(shape->payload.pin.field1),
                      N(shape->payload.pin.field2));
    case REFERENCE_PROJECT_SHAPE_SQUARE:
        return DIGEST(4, F(shape->payload.square.value));
    default:
        return N(shape->tag);
    }
}

TEST(tags_are_the_discriminants) {
    CHECK_EQ(REFERENCE_PROJECT_SHAPE_NOTHING, 0);
    CHECK_EQ(REFERENCE_PROJECT_SHAPE_SQUARE, 4);
    CHECK_EQ(REFERENCE_PROJECT_CHANGE_UNDO, 3);
    CHECK_EQ(REFERENCE_PROJECT_CHANGE_DRAW, 4);
    CHECK_EQ(REFERENCE_PROJECT_CHANGE_MOVE, 200);
    CHECK_EQ(REFERENCE_PROJECT_CHANGE_PAINT, 201);
    CHECK_EQ(REFERENCE_PROJECT_CHANGE_STOP, 255);
    CHECK_EQ(sizeof(reference_project_Shape_Tag), sizeof(int));
    CHECK_EQ(sizeof(reference_project_Change_Tag), 1);
}

TEST(each_case_arrives_with_all_its_fields) {
    const reference_project_Shape all[] = {NOTHING, CIRCLE, RECTANGLE, PIN, SQUARE};
    for (int i = 0; i < 5; i++) {
        CHECK_EQ(reference_project_shape_digest(&all[i]).value, digest(&all[i]));
    }
    CHECK_EQ(reference_project_shape_digest(NULL).status, REFERENCE_PROJECT_STATUS_NULL);
}

TEST(a_case_without_fields_is_followed_by_one_with) {
    const reference_project_Shape circle = reference_project_shape_after(NOTHING);
    CHECK_EQ(circle.tag, REFERENCE_PROJECT_SHAPE_CIRCLE);
    CHECK_D(circle.payload.circle.radius, 1.5);
}

TEST(fields_come_back_in_their_places) {
    const reference_project_Shape rectangle = reference_project_shape_after((reference_project_Shape){.tag = REFERENCE_PROJECT_SHAPE_CIRCLE, .payload.circle.radius = -2.5});
    CHECK_EQ(rectangle.tag, REFERENCE_PROJECT_SHAPE_RECTANGLE);
    CHECK_F(rectangle.payload.rectangle.width, -2.5f);
    CHECK_F(rectangle.payload.rectangle.height, -5);
    const reference_project_Shape pin = reference_project_shape_after(RECTANGLE);
    CHECK_EQ(pin.tag, REFERENCE_PROJECT_SHAPE_PIN);
    CHECK_F(pin.payload.pin.field0.x, -0.0f);
    CHECK_F(pin.payload.pin.field0.y, 3);
    CHECK_EQ(pin.payload.pin.field1, REFERENCE_PROJECT_MARKER_CROSS);
    CHECK_EQ(pin.payload.pin.field2, REFERENCE_PROJECT_LEVEL_GROUND);
    const reference_project_Shape square = reference_project_shape_after(PIN);
    CHECK_EQ(square.tag, REFERENCE_PROJECT_SHAPE_SQUARE);
    CHECK_F(square.payload.square.value, 7);
    CHECK_EQ(reference_project_shape_after(SQUARE).tag, REFERENCE_PROJECT_SHAPE_NOTHING);
}

TEST(an_area_is_there_or_not) {
    CHECK(!reference_project_area(NOTHING).value.is_some);
    CHECK(!reference_project_area(PIN).value.is_some);
    CHECK_D(reference_project_area((reference_project_Shape){.tag = REFERENCE_PROJECT_SHAPE_CIRCLE, .payload.circle.radius = 2}).value.value, 12);
    CHECK_D(reference_project_area((reference_project_Shape){.tag = REFERENCE_PROJECT_SHAPE_RECTANGLE, .payload.rectangle = {3, -0.5f}}).value.value, -1.5);
    CHECK_D(reference_project_area((reference_project_Shape){.tag = REFERENCE_PROJECT_SHAPE_SQUARE, .payload.square = {-4}}).value.value, 16);
}

TEST(a_tag_that_no_case_has_is_refused) {
    reference_project_Shape shape = SQUARE;
    shape.tag = 5;
    CHECK_EQ(reference_project_area(shape).status, REFERENCE_PROJECT_STATUS_INVALID);
    shape.tag = -1;
    CHECK_EQ(reference_project_shape_digest(&shape).status, REFERENCE_PROJECT_STATUS_INVALID);
    reference_project_Change change = {.tag = 5};
    CHECK_EQ(reference_project_change_digest(change).status, REFERENCE_PROJECT_STATUS_INVALID);
    change.tag = 0;
    CHECK_EQ(reference_project_change_digest(change).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(what_a_case_holds_is_checked) {
    reference_project_Shape shape = PIN;
    shape.payload.pin.field1 = 3;
    CHECK_EQ(reference_project_shape_digest(&shape).status, REFERENCE_PROJECT_STATUS_INVALID);
    shape.payload.pin.field1 = REFERENCE_PROJECT_MARKER_DOT;
    shape.payload.pin.field2 = 1;
    CHECK_EQ(reference_project_shape_digest(&shape).status, REFERENCE_PROJECT_STATUS_INVALID);
    shape.payload.pin.field2 = REFERENCE_PROJECT_LEVEL_HIGHEST;
    CHECK_EQ(reference_project_shape_digest(&shape).value, digest(&shape));
    reference_project_Change change = {.tag = REFERENCE_PROJECT_CHANGE_MOVE};
    memset(&change.payload.move.at_once, 2, 1);
    CHECK_EQ(reference_project_change_digest(change).status, REFERENCE_PROJECT_STATUS_INVALID);
    change.tag = REFERENCE_PROJECT_CHANGE_STOP; /* which holds nothing that could be wrong */
    CHECK_EQ(reference_project_change_digest(change).value, 255);
}

TEST(cases_of_many_sizes_share_one_tag_of_a_byte) {
    const reference_project_Change draw = {.tag = REFERENCE_PROJECT_CHANGE_DRAW, .payload.draw.value = PIN};
    const reference_project_Change move = {.tag = REFERENCE_PROJECT_CHANGE_MOVE, .payload.move = {255, {1, -2}, true, UINT64_MAX - 3}};
    const reference_project_Change paint = {.tag = REFERENCE_PROJECT_CHANGE_PAINT, .payload.paint = {{1, 128, 255}, {INT16_MIN, -2}}};
    CHECK_EQ(reference_project_change_digest((reference_project_Change){.tag = REFERENCE_PROJECT_CHANGE_UNDO}).value, 3);
    CHECK_EQ(reference_project_change_digest(draw).value, DIGEST(4, digest(&PIN)));
    CHECK_EQ(reference_project_change_digest(move).value, DIGEST(200, 255, F(1), F(-2), 1, UINT64_MAX - 3));
    CHECK_EQ(reference_project_change_digest(paint).value, DIGEST(201, 1, 128, 255, N(INT16_MIN), N(-2)));
    CHECK_EQ(reference_project_change_digest((reference_project_Change){.tag = REFERENCE_PROJECT_CHANGE_STOP}).value, 255);
}

TEST(an_enum_in_an_enum_comes_back) {
    const reference_project_Result_Option_Change undone = reference_project_change_undone((reference_project_Change){.tag = REFERENCE_PROJECT_CHANGE_DRAW, .payload.draw.value = RECTANGLE});
    CHECK_EQ(undone.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK(undone.value.is_some);
    CHECK_EQ(undone.value.value.tag, REFERENCE_PROJECT_CHANGE_DRAW);
    CHECK_EQ(undone.value.value.payload.draw.value.tag, REFERENCE_PROJECT_SHAPE_PIN);
    CHECK_F(undone.value.value.payload.draw.value.payload.pin.field0.y, 3);
}

TEST(each_field_of_a_case_comes_back) {
    const reference_project_Change move = {.tag = REFERENCE_PROJECT_CHANGE_MOVE, .payload.move = {0x5a, {1, -0.0f}, false, UINT64_C(0x0123456789abcdef)}};
    const reference_project_Change moved = reference_project_change_undone(move).value.value;
    CHECK_EQ(moved.tag, REFERENCE_PROJECT_CHANGE_MOVE);
    CHECK_EQ(moved.payload.move.id, 0xa5);
    CHECK_F(moved.payload.move.to.x, -0.0f);
    CHECK_F(moved.payload.move.to.y, 1);
    CHECK(moved.payload.move.at_once);
    CHECK_EQ(moved.payload.move.when, UINT64_C(0xfedcba9876543210));
    const reference_project_Change paint = {.tag = REFERENCE_PROJECT_CHANGE_PAINT, .payload.paint = {{1, 2, 255}, {INT16_MAX, -5}}};
    const reference_project_Change painted = reference_project_change_undone(paint).value.value;
    CHECK_EQ(painted.tag, REFERENCE_PROJECT_CHANGE_PAINT);
    CHECK(memcmp(painted.payload.paint.field0, "\xff\2\1", 3) == 0);
    CHECK(painted.payload.paint.field1[0] == -5 && painted.payload.paint.field1[1] == INT16_MAX);
}

TEST(a_result_has_an_error_a_case_or_none) {
    CHECK_EQ(reference_project_change_undone((reference_project_Change){.tag = REFERENCE_PROJECT_CHANGE_UNDO}).status, REFERENCE_PROJECT_ERROR_FULL);
    const reference_project_Result_Option_Change none = reference_project_change_undone((reference_project_Change){.tag = REFERENCE_PROJECT_CHANGE_STOP});
    CHECK_EQ(none.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK(!none.value.is_some);
}

TEST(cases_borrow_what_they_lead_to) {
    const reference_project_Vec2 points[] = {{1, -2}, {FLT_MAX, 4}};
    const reference_project_Command text = {.tag = REFERENCE_PROJECT_COMMAND_WRITE, .payload.write.value = {"h\xc3\xa9", 3}};
    const reference_project_Command line = {.tag = REFERENCE_PROJECT_COMMAND_LINE, .payload.line = {{points, 2}, REFERENCE_PROJECT_MARKER_HIDDEN}};
    const reference_project_Command elsewhere = {.tag = REFERENCE_PROJECT_COMMAND_FAR, .payload.far_.value = &RECTANGLE};
    CHECK_EQ(reference_project_command_digest(text).value, DIGEST(0, 'h', 0xc3, 0xa9));
    CHECK_EQ(reference_project_command_digest(line).value, DIGEST(1, 255, F(1), F(-2), F(FLT_MAX), F(4)));
    CHECK_EQ(reference_project_command_digest(elsewhere).value, DIGEST(2, digest(&RECTANGLE)));
    CHECK_EQ(reference_project_command_digest((reference_project_Command){.tag = REFERENCE_PROJECT_COMMAND_COUNT, .payload.count.value = {UINT32_MAX, true}}).value, DIGEST(3, UINT32_MAX));
    CHECK_EQ(reference_project_command_digest((reference_project_Command){.tag = REFERENCE_PROJECT_COMMAND_COUNT}).value, DIGEST(3, 77));
}

TEST(what_cases_lead_to_is_checked) {
    reference_project_Command command = {.tag = REFERENCE_PROJECT_COMMAND_FAR, .payload.far_.value = NULL};
    CHECK_EQ(reference_project_command_digest(command).status, REFERENCE_PROJECT_STATUS_NULL);
    command = (reference_project_Command){.tag = REFERENCE_PROJECT_COMMAND_WRITE, .payload.write.value = {"\xff", 1}};
    CHECK_EQ(reference_project_command_digest(command).status, REFERENCE_PROJECT_STATUS_UTF8);
    command = (reference_project_Command){.tag = REFERENCE_PROJECT_COMMAND_LINE, .payload.line = {{NULL, 0}, 3}};
    CHECK_EQ(reference_project_command_digest(command).status, REFERENCE_PROJECT_STATUS_INVALID);
}

static int64_t ask(reference_project_Shape shape, uint32_t index) {
    CHECK_EQ(shape.tag, REFERENCE_PROJECT_SHAPE_SQUARE);
    CHECK_F(shape.payload.square.value, 0.5f);
    return INT64_MIN + 1 + index;
}

static int64_t ask_less(reference_project_Shape shape, uint32_t index) {
    return -(int64_t)index * (shape.tag == REFERENCE_PROJECT_SHAPE_SQUARE ? 1 : 1000);
}

TEST(cases_hold_callbacks) {
    CHECK_EQ(reference_project_wish_answer((reference_project_Wish){.tag = REFERENCE_PROJECT_WISH_NOTHING}).value, 0);
    CHECK_EQ(reference_project_wish_answer((reference_project_Wish){.tag = REFERENCE_PROJECT_WISH_ASK, .payload.ask.value = ask}).value, INT64_MIN + 10);
    CHECK_EQ(reference_project_wish_answer((reference_project_Wish){.tag = REFERENCE_PROJECT_WISH_ASK}).value, 1);
    CHECK_EQ(reference_project_wish_answer((reference_project_Wish){.tag = REFERENCE_PROJECT_WISH_ASK_ALL, .payload.ask_all = {ask_less, 5}}).value, -10);
    CHECK_EQ(reference_project_wish_answer((reference_project_Wish){.tag = REFERENCE_PROJECT_WISH_ASK_ALL, .payload.ask_all = {NULL, 5}}).status, REFERENCE_PROJECT_STATUS_NULL);
}

TEST(a_shape_is_changed_in_place) {
    reference_project_Shape shape = PIN;
    CHECK_EQ(reference_project_shape_advance(&shape).value, digest(&PIN));
    CHECK_EQ(shape.tag, REFERENCE_PROJECT_SHAPE_SQUARE);
    CHECK_F(shape.payload.square.value, 7);
    shape.tag = 6;
    CHECK_EQ(reference_project_shape_advance(&shape).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(shape.tag, 6);
}

TEST(slices_of_them_are_checked) {
    reference_project_Shape shapes[] = {SQUARE, NOTHING, PIN};
    CHECK_EQ(reference_project_shapes_digest(shapes, 3).value, DIGEST(digest(&SQUARE), 0, digest(&PIN)));
    CHECK_EQ(reference_project_shapes_digest(NULL, 0).value, 0);
    shapes[1].tag = 7;
    CHECK_EQ(reference_project_shapes_digest(shapes, 3).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(they_stand_in_structs_and_arrays) {
    const reference_project_Layer layer = {255, RECTANGLE, {SQUARE, CIRCLE}, false};
    const reference_project_Result_Layer changed = reference_project_layer_changed(layer);
    CHECK_EQ(changed.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(changed.value.depth, 0);
    CHECK_EQ(changed.value.shape.tag, REFERENCE_PROJECT_SHAPE_PIN);
    CHECK_EQ(digest(&changed.value.others[0]), digest(&CIRCLE));
    CHECK_EQ(digest(&changed.value.others[1]), digest(&SQUARE));
    CHECK(changed.value.visible);
}

static reference_project_Shape shown[5];
static uint32_t count;

static int64_t show(reference_project_Shape shape, uint32_t index) {
    shown[index] = shape;
    count = index + 1;
    return index == 3 ? 0 : 100 + index;
}

TEST(callbacks_get_them) {
    CHECK_EQ(reference_project_show_shapes(PIN, show).value, 303);
    CHECK_EQ(count, 4);
    CHECK_EQ(digest(&shown[0]), digest(&PIN));
    CHECK_EQ(shown[1].tag, REFERENCE_PROJECT_SHAPE_SQUARE);
    CHECK_F(shown[1].payload.square.value, 7);
    CHECK_EQ(shown[2].tag, REFERENCE_PROJECT_SHAPE_NOTHING);
    CHECK_D(shown[3].payload.circle.radius, 1.5);
}

/* Low, then middle, then high, then low again. */
#define CHECK_TAGS(Type, PREFIX, after, first, second, third)                                                             \
    do {                                                                                                               \
        CHECK_EQ(PREFIX##_LOW, first);                                                                                   \
        CHECK_EQ(PREFIX##_MIDDLE, second);                                                                             \
        CHECK_EQ(PREFIX##_HIGH, third);                                                                                 \
        Type it = after((Type){.tag = PREFIX##_LOW, .payload.low.value = 200});                                        \
        CHECK_EQ(it.tag, PREFIX##_MIDDLE);                                                                             \
        CHECK_EQ(it.payload.middle.a, -200);                                                                           \
        CHECK_EQ(it.payload.middle.b, 200 << 8);                                                                       \
        it = after(it);                                                                                                \
        CHECK_EQ(it.tag, PREFIX##_HIGH);                                                                               \
        it = after(it);                                                                                                \
        CHECK_EQ(it.tag, PREFIX##_LOW);                                                                                \
        CHECK_EQ(it.payload.low.value, 0xa5);                                                                          \
    } while (0)

TEST(tags_of_one_byte) {
    CHECK_TAGS(reference_project_ByI8, REFERENCE_PROJECT_BY_I8, reference_project_after_by_i8, INT8_MIN, -1, INT8_MAX);
    CHECK_TAGS(reference_project_ByU8, REFERENCE_PROJECT_BY_U8, reference_project_after_by_u8, 0, 0x80, UINT8_MAX);
    CHECK_EQ(sizeof(reference_project_ByI8_Tag), 1);
}

TEST(tags_of_two_bytes) {
    CHECK_TAGS(reference_project_ByI16, REFERENCE_PROJECT_BY_I16, reference_project_after_by_i16, INT16_MIN, -1, INT16_MAX);
    CHECK_TAGS(reference_project_ByU16, REFERENCE_PROJECT_BY_U16, reference_project_after_by_u16, 0, 0x8000, UINT16_MAX);
    CHECK_EQ(sizeof(reference_project_ByU16_Tag), 2);
}

TEST(tags_of_four_bytes) {
    CHECK_TAGS(reference_project_ByI32, REFERENCE_PROJECT_BY_I32, reference_project_after_by_i32, INT32_MIN, -1, INT32_MAX);
    CHECK_TAGS(reference_project_ByU32, REFERENCE_PROJECT_BY_U32, reference_project_after_by_u32, 0, UINT32_C(0x80000000), UINT32_MAX);
    CHECK_EQ(sizeof(reference_project_ByU32_Tag), 4);
}

TEST(tags_of_eight_bytes) {
    CHECK_TAGS(reference_project_ByI64, REFERENCE_PROJECT_BY_I64, reference_project_after_by_i64, INT32_MIN, -1, INT32_MAX);
    CHECK_TAGS(reference_project_ByU64, REFERENCE_PROJECT_BY_U64, reference_project_after_by_u64, 0, UINT32_C(0x80000000), UINT32_MAX);
    CHECK_EQ(sizeof(reference_project_ByI64_Tag), 8);
}

TEST(tags_as_wide_as_a_pointer) {
    CHECK_TAGS(reference_project_ByIsize, REFERENCE_PROJECT_BY_ISIZE, reference_project_after_by_isize, -7, -1, 7);
    CHECK_TAGS(reference_project_ByUsize, REFERENCE_PROJECT_BY_USIZE, reference_project_after_by_usize, 0, 1, 7);
    CHECK_EQ(sizeof(reference_project_ByUsize_Tag), sizeof(void *));
}
