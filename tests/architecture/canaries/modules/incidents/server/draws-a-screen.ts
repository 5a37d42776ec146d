import '../web/reaches-the-server.tsx'
