/* A file that does not compile. */
#include "reference_project.h"
#include "interop_test.h"

TEST(does_not_compile) {
    CHECK_EQ(no_such_function(1), 2);
}
