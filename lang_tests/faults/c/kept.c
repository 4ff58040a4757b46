/* A test that leaves an object of a service alive. */
#include "reference_project.h"
#include "interop_test.h"

TEST(leaves_an_object) {
    static reference_project_Recorder *recorder = NULL;
    recorder = reference_project_recorder_new(1).value;
    CHECK(recorder != NULL);
}
