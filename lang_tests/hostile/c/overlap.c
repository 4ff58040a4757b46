/* Two parameters onto one buffer, of which Rust writes to one. */
#include "hostile.h"
#include "interop_test.h"

TEST(overlap_is_refused_and_nothing_is_written) {
    uint32_t values[] = {1, 20, 300};
    CHECK_EQ(hostile_overlap_add(values, 2, values + 1, 2), HOSTILE_STATUS_INVALID);
    CHECK(values[0] == 1 && values[1] == 20 && values[2] == 300);
    CHECK_EQ(hostile_overlap_add(values, 1, values + 1, 2), HOSTILE_STATUS_OK);
    CHECK(values[0] == 21 && values[1] == 20 && values[2] == 300);
}
