import '../../../app/server.ts'
