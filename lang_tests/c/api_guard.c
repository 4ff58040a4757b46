/* Whether the header and the library belong together. */
#include "reference_project.h"
#include "interop_test.h"

TEST(the_header_was_made_for_the_library) {
    CHECK(reference_project_ffi_api_guard() == REFERENCE_PROJECT_API_GUARD);
    CHECK(reference_project_made_for(REFERENCE_PROJECT_API_GUARD).value);
}

TEST(another_guard_is_another_library) {
    CHECK(!reference_project_made_for(REFERENCE_PROJECT_API_GUARD + 1).value);
    CHECK(!reference_project_made_for(0).value);
}
