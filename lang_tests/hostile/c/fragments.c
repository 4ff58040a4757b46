/* Fragments of the author's macros, each of which is one operand. */
#include "hostile.h"
#include "interop_test.h"

#include <string.h>

TEST(fragments_of_constants_keep_their_value) {
    CHECK_EQ(HOSTILE_SCALE_SCALED, 6u);
    CHECK_EQ(HOSTILE_SCALE_NEGATIVE, 20);
    CHECK_EQ(HOSTILE_SCALE_MASKED, 252u);
    CHECK_EQ(HOSTILE_SCALE_LARGEST, UINT32_MAX);
    CHECK_EQ(HOSTILE_FRAGMENTS_LEFT, 7u);
    CHECK_EQ(sizeof HOSTILE_SCALE_MANY, 6 * sizeof(uint32_t));
}

TEST(fragments_of_arrays_and_discriminants_keep_their_value) {
    hostile_FragmentItems items;
    memset(&items, 0, sizeof items);
    CHECK_EQ(sizeof items, 14u);
    CHECK_EQ(hostile_fragment_items(&items).value, 6u);
    CHECK_EQ(hostile_fragment_kind(HOSTILE_FRAGMENT_KIND_NEXT).value, 7);
    CHECK_EQ(HOSTILE_FRAGMENT_KIND_NEXT, 7);
    hostile_FragmentShape shape;
    memset(&shape, 0, sizeof shape);
    shape.tag = HOSTILE_FRAGMENT_SHAPE_SIZED;
    CHECK_EQ(hostile_fragment_shape(shape).value, 6u);
    shape.tag = HOSTILE_FRAGMENT_SHAPE_NOTHING;
    CHECK_EQ(hostile_fragment_shape(shape).value, 0u);
    shape.tag = 5;
    CHECK_EQ(hostile_fragment_shape(shape).status, HOSTILE_STATUS_INVALID);
}

TEST(fragments_are_types_of_parameters_and_results) {
    const uint32_t values[] = {3, 40};
    hostile_Scale more = {100};
    CHECK_EQ(hostile_fragment_sum(values, 2, &more).value, 143u);
    CHECK_EQ(hostile_fragment_sum(values, 2, NULL).value, 43u);
    CHECK_EQ(hostile_fragment_text("abc", 3).value, 3u);
    CHECK_EQ(hostile_fragment_called().value, 9);
}

TEST(fragments_in_a_service_keep_their_value) {
    hostile_FragmentService *service = hostile_fragment_service_new().value;
    const uint32_t of[] = {9};
    CHECK_EQ(hostile_fragment_service_most(service).value, 6u);
    CHECK_EQ(hostile_fragment_service_first(service, of, 1).value, 9u);
    CHECK_EQ(hostile_fragment_service_first(service, of, 0).value, 6u);
    hostile_fragment_service_destroy(service);
}
