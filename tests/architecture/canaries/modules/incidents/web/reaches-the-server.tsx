import '#platform/server/engine.ts'
