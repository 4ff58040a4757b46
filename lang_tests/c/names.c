/* Names that are keywords or taken somewhere: C spells some of them with a `_` behind. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#include <errno.h>
#include <float.h>
#include <math.h>

TEST(each_parameter_arrives_whatever_it_is_called) {
    CHECK_EQ(reference_project_lambda(255, -128, 65535, INT16_MIN, UINT32_MAX, INT32_MIN, UINT64_MAX, -FLT_MAX, 1, 2, 3, 4, 5, 6).value,
             DIGEST(255, N(-128), 65535, N(INT16_MIN), UINT32_MAX, N(INT32_MIN), UINT64_MAX, F(-FLT_MAX), 1, 2, 3, 4, 5, 6));
}

TEST(keywords_of_other_languages_are_functions) {
    CHECK_EQ(reference_project_pass(UINT32_MAX), 0);
    CHECK_EQ(reference_project_template_of(0), UINT32_MAX);
}

TEST(a_function_of_the_library_keeps_its_name_to_itself) {
    CHECK_D(reference_project_natural_log(1), 0);
    CHECK(reference_project_natural_log(0) < -DBL_MAX);
    CHECK(fabs(reference_project_natural_log(2.718281828459045) - 1) < 1e-15);
}

TEST(each_field_arrives_whatever_it_is_called) {
    const reference_project_Keywords k = {.int_ = 1, .class_ = -2, .try_ = 3, .lambda = 0x0405, .in = -6, .namespace_ = 7, .template_ = -8, .register_ = 9,
                           .def = INT64_MIN, .event = 11, .value = -12, .errno_ = 13, .str = 14, .None = 15};
    const reference_project_Result_Keywords back = reference_project_keywords_inverted(k);
    CHECK_EQ(back.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(back.value.int_, 254);
    CHECK_EQ(back.value.class_, 1);
    CHECK_EQ(back.value.try_, 252);
    CHECK_EQ(back.value.lambda, 0xfbfa);
    CHECK_EQ(back.value.in, 5);
    CHECK_EQ(back.value.namespace_, UINT32_MAX - 7);
    CHECK_EQ(back.value.template_, 7);
    CHECK_EQ(back.value.register_, UINT64_MAX - 9);
    CHECK_EQ(back.value.def, INT64_MAX);
    CHECK_F(back.value.event, -11);
    CHECK_D(back.value.value, 12);
    CHECK_EQ(back.value.errno_, 242);
    CHECK_EQ(back.value.str, 241);
    CHECK_EQ(back.value.None, 240);
}

TEST(each_variant_has_its_value) {
    const reference_project_Noun all[] = {REFERENCE_PROJECT_NOUN_NONE, REFERENCE_PROJECT_NOUN_TRUE, REFERENCE_PROJECT_NOUN_NULL, REFERENCE_PROJECT_NOUN_CLASS, REFERENCE_PROJECT_NOUN_LAMBDA, REFERENCE_PROJECT_NOUN_NAME, REFERENCE_PROJECT_NOUN_TO_STRING, REFERENCE_PROJECT_NOUN_MRO};
    for (int i = 0; i < 8; i++) {
        CHECK_EQ(all[i], 1 << i);
        CHECK_EQ(reference_project_noun_after(all[i]).value, all[(i + 1) % 8]);
    }
}

TEST(a_struct_may_be_called_as_a_type_of_another_language) {
    const reference_project_Object back = reference_project_object_exchanged((reference_project_Object){.string = UINT32_MAX, .decimal = 1});
    CHECK_EQ(back.string, 1);
    CHECK_EQ(back.decimal, UINT32_MAX);
}

TEST(renamed_items_have_their_new_names) {
    const reference_project_Result_Renamed after = reference_project_renamed_after((reference_project_Renamed){UINT32_MAX});
    CHECK_EQ(after.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(after.value.number, 0);
    CHECK_EQ(REFERENCE_PROJECT_ANSWER, 42);
}

TEST(methods_may_be_called_as_keywords) {
    reference_project_Door *const open = reference_project_door_inside_new(true).value, *const closed = reference_project_door_inside_new(false).value;
    CHECK(!reference_project_door_inside_as(open, closed).value);
    CHECK(reference_project_door_inside_is(open, true).value);
    CHECK(reference_project_door_inside_close(open).value);
    CHECK(!reference_project_door_inside_close(open).value);
    CHECK(reference_project_door_inside_as(open, closed).value);
    CHECK(!reference_project_door_inside_is(open, true).value);
    reference_project_door_inside_destroy(open);
    reference_project_door_inside_destroy(closed);
}
