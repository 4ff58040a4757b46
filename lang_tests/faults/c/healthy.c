/* A file that has nothing to do with the others. */
#include "reference_project.h"
#include "interop_test.h"

TEST(is_not_concerned) {
    CHECK_EQ(reference_project_after_i32(1), 2);
}
