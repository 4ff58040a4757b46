/* Values that lead to memory of the caller's: what comes back leads there too, and nothing is copied or freed. */
#include "hostile.h"
#include "interop_test.h"

TEST(a_value_leads_to_memory_of_the_callers) {
    char text[] = {1, 2};
    hostile_Said said;
    said.tag = HOSTILE_SAID_WORD;
    said.payload.word.value.data = text;
    said.payload.word.value.len = 2;
    hostile_Result_u64 sum = hostile_freed_early_by_value(said);
    CHECK_EQ(sum.status, HOSTILE_STATUS_OK);
    CHECK_EQ(sum.value, 33);
}
