/* The same names in two namespaces, which are a part of the names in C. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#include <float.h>

TEST(two_structs_of_one_name_are_two) {
    const reference_project_geometry_Point plane = reference_project_geometry_opposite_of((reference_project_geometry_Point){DBL_MAX, -1});
    CHECK_D(plane.x, -DBL_MAX);
    CHECK_D(plane.y, 1);
    const reference_project_printing_Point paper = reference_project_printing_opposite_of((reference_project_printing_Point){65535, 258});
    CHECK_EQ(paper.column, 258);
    CHECK_EQ(paper.row, 65535);
}

TEST(two_enums_of_one_name_are_two) {
    CHECK_EQ(sizeof(reference_project_geometry_Unit), 1);
    CHECK_EQ(sizeof(reference_project_printing_Unit), 2);
    CHECK_EQ(reference_project_geometry_other_unit(REFERENCE_PROJECT_GEOMETRY_UNIT_METRE).value, REFERENCE_PROJECT_GEOMETRY_UNIT_MILLIMETRE);
    CHECK_EQ(reference_project_geometry_other_unit(REFERENCE_PROJECT_GEOMETRY_UNIT_MILLIMETRE).value, 1);
    CHECK_EQ(reference_project_printing_other_unit(REFERENCE_PROJECT_PRINTING_UNIT_DOT).value, 300);
    CHECK_EQ(reference_project_printing_other_unit(REFERENCE_PROJECT_PRINTING_UNIT_LINE).value, -1);
}

TEST(the_units_of_one_are_none_of_the_other) {
    CHECK_EQ(reference_project_geometry_other_unit(0).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_printing_other_unit(REFERENCE_PROJECT_GEOMETRY_UNIT_METRE).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(two_constants_of_one_name_are_two) {
    CHECK_D(REFERENCE_PROJECT_GEOMETRY_SCALE, 1000);
    CHECK_EQ(REFERENCE_PROJECT_PRINTING_SCALE, 300);
}

TEST(a_struct_has_fields_of_both) {
    const reference_project_Result_printing_Mapping turned = reference_project_printing_mapping_turned((reference_project_printing_Mapping){{1.5, -2}, {3, 4}});
    CHECK_EQ(turned.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_D(turned.value.plane.x, -1.5);
    CHECK_D(turned.value.plane.y, 2);
    CHECK_EQ(turned.value.paper.column, 4);
    CHECK_EQ(turned.value.paper.row, 3);
}

TEST(a_service_stands_in_a_namespace) {
    reference_project_geometry_Path *const path = reference_project_path_new().value;
    CHECK(!reference_project_path_last(path).value.is_some);
    CHECK_EQ(reference_project_path_to(path, (reference_project_geometry_Point){1, 2}).value, 1);
    CHECK_EQ(reference_project_path_to(path, (reference_project_geometry_Point){-3, 4}).value, 2);
    const reference_project_Result_Option_geometry_Point last = reference_project_path_last(path);
    CHECK(last.value.is_some);
    CHECK_D(last.value.value.x, -3);
    CHECK_D(last.value.value.y, 4);
    reference_project_path_destroy(path);
}
